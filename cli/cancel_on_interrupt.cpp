#include "cli/cancel_on_interrupt.hpp"

#include "cli/console.hpp"

#include <chrono>

namespace cortege::cli {

CancelOnInterrupt::CancelOnInterrupt(const pg::Connection &connection)
    : watcher_([canceller = connection.canceller()](const std::stop_token &stop) {
        using namespace std::chrono_literals;
        while (!stop.stop_requested()) {
          if (interrupted())
            canceller.cancel(); // again until the work has ended: a statement may begin after one call
          std::this_thread::sleep_for(20ms);
        }
      }) {}

} // namespace cortege::cli
