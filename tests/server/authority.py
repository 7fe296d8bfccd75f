"""Certificates of people: an authority that signs, backdates and revokes."""
import datetime
import pathlib
import subprocess


class Authority:
    """A certificate authority in a folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        (self.folder / "index.txt").touch()
        (self.folder / "ca.cnf").write_text(
            f"[ca]\ndefault_ca=here\n[here]\ndir={self.folder}\ndatabase={self.folder}/index.txt\nnew_certs_dir={self.folder}\n"
            f"certificate={self.folder}/ca.crt\nprivate_key={self.folder}/ca.key\nrand_serial=yes\ndefault_md=sha256\npolicy=any\n"
            "unique_subject=no\ndefault_crl_days=30\n[any]\ncommonName=supplied\norganizationName=optional\n", encoding="utf-8")
        self.openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", f"/CN={self.folder.name}",
                     "-keyout", self.folder / "ca.key", "-out", self.folder / "ca.crt")

    @staticmethod
    def openssl(*words):
        subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)

    def issue(self, subject, days=(-1, 10)):
        """(certificate, key) of this subject, good between these days from now."""
        name = f"{subject.replace('/', '_').replace('=', '-')}{days[1]}"
        key, request, certificate = (self.folder / f"{name}.{kind}" for kind in ("key", "csr", "crt"))
        self.openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", subject, "-keyout", key, "-out", request)
        today = datetime.datetime.now(datetime.timezone.utc)
        start, end = ((today + datetime.timedelta(days=day)).strftime("%Y%m%d%H%M%SZ") for day in days)
        self.openssl("ca", "-batch", "-config", self.folder / "ca.cnf", "-startdate", start, "-enddate", end, "-in", request,
                     "-out", certificate)
        return certificate, key

    def revoke(self, certificate):
        self.openssl("ca", "-config", self.folder / "ca.cnf", "-revoke", certificate)
        return self.list()

    def list(self):
        self.openssl("ca", "-config", self.folder / "ca.cnf", "-gencrl", "-out", self.folder / "revoked.pem")
        return self.folder / "revoked.pem"
