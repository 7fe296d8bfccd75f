#include "cli/file_digest.hpp"

#include "cli/console.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>

namespace cortege::cli {

namespace {

class Sha256 {
public:
  Sha256() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
    EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
  }
  void add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
  std::string hex() {
    std::array<unsigned char, 32> bytes{};
    EVP_DigestFinal_ex(context_.get(), bytes.data(), nullptr);
    std::string text;
    for (const unsigned char byte : bytes)
      text += fmt::format("{:02x}", byte);
    return text;
  }

private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

} // namespace

std::string digest(std::string_view bytes) {
  Sha256 sha;
  sha.add(bytes);
  return sha.hex();
}

std::string file_digest(const std::filesystem::path &file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    throw Error(fmt::format("{} cannot be read.", file.string()));
  Sha256 sha;
  std::array<char, 1U << 16U> block{};
  while (stream.read(block.data(), block.size()) || stream.gcount() > 0)
    sha.add({block.data(), static_cast<std::size_t>(stream.gcount())});
  return sha.hex();
}

} // namespace cortege::cli
