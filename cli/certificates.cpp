#include "cli/certificates.hpp"

#include "cli/console.hpp"
#include "cli/paths.hpp"
#include "cli/process.hpp"

#include <fmt/format.h>

namespace fs = std::filesystem;

namespace cortege::cli {

namespace {

constexpr const char *doing = "making the server's certificate";

void openssl(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "openssl");
  run_or_throw({std::move(arguments), {}, {}}, doing);
}

void make_key(const fs::path &path) {
  write_file(path, "", fs::perms::owner_read | fs::perms::owner_write); // private before it holds anything
  openssl({"genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", path.string()});
}

void make_authority(const fs::path &folder) {
  make_key(folder / "ca.key");
  openssl({"req", "-x509", "-new", "-key", folder / "ca.key", "-sha256", "-days", "3650", "-subj",
           "/O=Cortege/CN=Cortege embedded database authority", "-addext",
           "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign", "-out",
           folder / "ca.crt.part"});
  fs::rename(folder / "ca.crt.part", folder / "ca.crt");
}

void make_server(const fs::path &folder) {
  make_key(folder / "server.key");
  write_file(folder / "server.ext", "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1\n"
                                    "basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n");
  openssl({"req", "-new", "-key", folder / "server.key", "-subj", "/O=Cortege/CN=localhost", "-out",
           folder / "server.csr"});
  openssl({"x509", "-req", "-in", folder / "server.csr", "-CA", folder / "ca.crt", "-CAkey",
           folder / "ca.key", "-CAcreateserial", "-days", "397", "-sha256", "-extfile", folder / "server.ext",
           "-out", folder / "server.crt.part"});
  fs::rename(folder / "server.crt.part", folder / "server.crt");
  for (const char *name : {"server.csr", "server.ext"})
    fs::remove(folder / name);
}

bool lasts(const fs::path &certificate) {
  constexpr const char *thirty_days = "2592000";
  return fs::exists(certificate)
         && run({{"openssl", "x509", "-in", certificate, "-noout", "-checkend", thirty_days}, {}, {}}).status
                == 0;
}

} // namespace

void ensure_certificates(const fs::path &folder) {
  if (!lasts(folder / "ca.crt"))
    make_authority(folder);
  const bool signed_by_ours =
      lasts(folder / "server.crt")
      && run({{"openssl", "verify", "-CAfile", folder / "ca.crt", folder / "server.crt"}, {}, {}}).status
             == 0;
  if (!signed_by_ours)
    make_server(folder);
}

void refuse_expired(const fs::path &certificate) {
  if (run({{"openssl", "x509", "-in", certificate, "-noout"}, {}, {}}).status != 0)
    throw Error(fmt::format("{} is no certificate that can be read (PEM).", certificate.string()));
  if (run({{"openssl", "x509", "-in", certificate, "-noout", "-checkend", "0"}, {}, {}}).status != 0)
    throw Error(
        fmt::format("the certificate {} has expired: renew it, then publish again.", certificate.string()));
}

} // namespace cortege::cli
