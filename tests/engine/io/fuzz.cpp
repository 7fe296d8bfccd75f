// Mutilated files and geometries through the readers: an answer or one sentence, whatever the bytes.
//   fuzz_readers [ROUNDS [SEED]]     1 000 rounds unless said; under the preset asan for a long run by hand
#include "engine/density/features.hpp"
#include "engine/error.hpp"
#include "engine/io/rows.hpp"
#include "engine/io/source.hpp"
#include "engine/wkb.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

namespace ce = cortege::engine;
namespace fs = std::filesystem;

namespace {

const std::string table = "id,quand,lon,lat,n\n1,2026-05-01T14:30,5.369,43.296,2\n2,,5.4,43.3,1\n3,x,,,\n";
const std::string json =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":1,"quand":"2026-05-01T14:00:00Z"},)"
    R"("geometry":{"type":"MultiPolygon","coordinates":[[[[5.3,43.2],[5.4,43.2],[5.4,43.3],[5.3,43.2]]]]}},)"
    R"({"type":"Feature","properties":{"n":2},"geometry":{"type":"LineString","coordinates":[[5.3,43.2,7],[5.4,43.3,8]]}}]})";
const std::string wkt =
    "id,wkt,n\n1,\"POLYGON((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1))\",3\n2,\"MULTIPOINT((1 2),(3 4))\",1\n";

std::string wkb() {
  std::string bytes("\x01\x06\0\0\0\x01\0\0\0\x01\x03\0\0\0\x01\0\0\0\x04\0\0\0", 22);
  for (const double value : {0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0})
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
  return bytes;
}

std::string mutilated(std::string text, std::mt19937_64 &random) {
  for (auto hits = 1 + random() % 6; hits > 0 && !text.empty(); --hits) {
    const std::size_t at = random() % text.size();
    switch (random() % 5) {
    case 0:
      text.erase(at, 1 + random() % 12);
      break;
    case 1:
      text.insert(at, text.substr(random() % text.size(), random() % 24));
      break;
    case 2:
      text.insert(at, std::to_string(static_cast<long long>(random())));
      break;
    case 3:
      text.resize(at);
      break;
    default:
      text[at] = static_cast<char>(random());
    }
  }
  return text;
}

template <typename Work>
bool answers(const Work &work) {
  try {
    work();
    return true;
  } catch (const ce::Error &) {
    return false;
  }
}

} // namespace

int main(int count, char **arguments) {
  const long rounds = count > 1 ? std::atol(arguments[1]) : 1000;
  std::mt19937_64 random(count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1);
  const fs::path folder =
      fs::temp_directory_path() / ("cortege-fuzz-" + std::to_string(std::random_device{}()));
  fs::create_directories(folder);
  long answered = 0;
  for (long round = 0; round < rounds; ++round) {
    const std::string bytes = mutilated(wkb(), random);
    answered +=
        answers([&] { ce::Features().add(ce::shape_from_wkb(std::as_bytes(std::span(bytes))), 1); }) ? 1 : 0;
    const bool is_json = round % 3 == 0;
    const std::string file = (folder / (is_json ? "f.geojson" : "f.csv")).string();
    std::ofstream(file, std::ios::binary) << mutilated(is_json ? json : round % 3 == 1 ? table : wkt, random);
    answered += answers([&] { ce::read_features({file, {}, round % 2 == 0 ? "n" : ""}); }) ? 1 : 0;
    answered += answers([&] {
      ce::read_rows({file}, [](const ce::Row &row, const ce::Shape &) {
        static_cast<void>(row.text("quand"));
        static_cast<void>(row.number("n"));
      });
    })
                    ? 1
                    : 0;
  }
  fs::remove_all(folder);
  std::printf("%ld answers, %ld refusals\n", answered, 3 * rounds - answered);
  return answered > 0 && answered < 3 * rounds ? 0 : 1;
}
