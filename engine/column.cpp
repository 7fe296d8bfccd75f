#include "engine/column.hpp"

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace cortege::engine {

namespace {

constexpr std::align_val_t line{64};
constexpr std::size_t huge = std::size_t{1} << 21;

bool is_large(std::size_t bytes) {
  return bytes >= huge / 4;
}

} // namespace

void *allocate_column(std::size_t bytes) {
  if (!is_large(bytes))
    return ::operator new(bytes, line);
  const std::size_t whole = (bytes + huge - 1) / huge * huge;
  void *const memory = ::operator new (whole, std::align_val_t{huge});
#if defined(__linux__)
  madvise(memory, whole, MADV_HUGEPAGE); // a wish: pages of the usual size do as well
#endif
  return memory;
}

void free_column(void *memory, std::size_t bytes) noexcept {
  ::operator delete(memory, is_large(bytes) ? std::align_val_t{huge} : line);
}

} // namespace cortege::engine
