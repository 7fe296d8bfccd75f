#include "providers/tension/digest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/evp.h>

#include <array>

namespace cortege::tension {

std::string digest_of(std::string_view content) {
  std::array<unsigned char, 32> bytes{};
  EVP_Digest(content.data(), content.size(), bytes.data(), nullptr, EVP_sha256(), nullptr);
  return fmt::format("{:02x}", fmt::join(bytes, ""));
}

} // namespace cortege::tension
