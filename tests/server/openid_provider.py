"""An OpenID Connect provider of Debian's (glewlwyd) and the relying party of server/openid (Apache), on loopback."""
import http.cookiejar
import json
import os
import pathlib
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

from support import await_port

ROOT = pathlib.Path(__file__).resolve().parents[2]
GLEWLWYD, APACHE = "/usr/bin/glewlwyd", "/usr/sbin/apache2"
SCHEMA = "/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3"
PASSWORD = "Un mot de passe du fournisseur"
PROVIDER = """
port={port}
external_url="{url}"
api_prefix="api"
static_files_path="/usr/share/glewlwyd/webapp/"
log_mode="file"
log_level="ERROR"
log_file="{folder}/glewlwyd.log"
cookie_secure=0
session_key="GLEWLWYD2_SESSION_ID"
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="/usr/lib/glewlwyd/user"
user_middleware_module_path="{folder}/none"
client_module_path="/usr/lib/glewlwyd/client"
user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
plugin_module_path="/usr/lib/glewlwyd/plugin"
hash_algorithm="SHA512"
database = {{ type="sqlite3" path="{folder}/glewlwyd.db" }};
"""
RELYING = """
ServerName localhost
ServerRoot "{folder}"
PidFile "{folder}/apache.pid"
ErrorLog "{folder}/apache.log"
Mutex file:{folder}
User {user}
Group {user}
{modules}
"""
MODULES = ("mpm_event", "authn_core", "authz_core", "authz_user", "auth_openidc", "headers", "rewrite")


def installed():
    return all(map(os.path.exists, (GLEWLWYD, APACHE, SCHEMA, "/usr/lib/apache2/modules/mod_auth_openidc.so")))


class Browser:
    """Follows redirections and keeps cookies, as a person's browser does."""

    def __init__(self, context=None):
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies),
                                                  urllib.request.HTTPSHandler(context=context))

    def ask(self, url, method="GET", body=None, headers=None):
        """Status, address at the end and text."""
        request = urllib.request.Request(url, None if body is None else json.dumps(body).encode(), method=method,
                                         headers={"Content-Type": "application/json", **(headers or {})})
        try:
            answer = self.opener.open(request, timeout=20)
        except urllib.error.HTTPError as refused:
            answer = refused
        return answer.status, answer.url, answer.read().decode("utf-8", "replace")


class Provider:
    """glewlwyd with people whose logins are theirs in Cortège, and one client."""

    def __init__(self, folder, port, redirection, people):
        self.folder, self.url = folder, f"http://localhost:{port}"
        self.secret = os.urandom(16).hex()
        (folder / "none").mkdir()
        with open(SCHEMA, encoding="utf-8") as schema:
            subprocess.run(["sqlite3", folder / "glewlwyd.db"], check=True, stdin=schema, stdout=subprocess.DEVNULL)
        (folder / "glewlwyd.conf").write_text(PROVIDER.format(port=port, url=self.url, folder=folder), encoding="utf-8")
        self.process = subprocess.Popen([GLEWLWYD, "--config-file", folder / "glewlwyd.conf"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.admin = Browser()
        try:
            self.await_admin()
            self.make(redirection, people)
        except BaseException:
            self.stop()
            raise

    def await_admin(self):
        for _ in range(100):
            try:
                if self.enter(self.admin, "admin", "password"):
                    return
            except urllib.error.URLError:
                pass
            time.sleep(.1)
        raise AssertionError("glewlwyd does not start: " + (self.folder / "glewlwyd.log").read_text(encoding="utf-8")[:500])

    def enter(self, browser, login, password=PASSWORD):
        return browser.ask(f"{self.url}/api/auth/", "POST", {"username": login, "password": password})[0] == 200

    def call(self, method, path, body=None):
        status, _, text = self.admin.ask(f"{self.url}/api/{path}", method, body)
        if status != 200:
            raise AssertionError(f"glewlwyd: {method} {path}: {status} {text}")

    def make(self, redirection, people):
        keys = self.folder / "provider.key"
        subprocess.run(["openssl", "genrsa", "-traditional", "-out", keys, "2048"], check=True, capture_output=True)
        public = subprocess.run(["openssl", "rsa", "-in", keys, "-pubout"], check=True, capture_output=True, text=True).stdout
        self.call("POST", "mod/plugin/", {
            "module": "oidc", "name": "oidc", "display_name": "oidc", "order_rank": 0, "parameters": {
                "iss": f"{self.url}/api/oidc", "jwt-type": "rsa", "jwt-key-size": "256", "key": keys.read_text(encoding="ascii"),
                "cert": public, "jwks-show": True, "access-token-duration": 3600, "refresh-token-duration": 3600, "code-duration": 60,
                "refresh-token-rolling": True, "allow-non-oidc": False, "subject-type": "public", "allowed-scope": ["openid"],
                "auth-type-code-enabled": True, "auth-type-token-enabled": False, "auth-type-id-token-enabled": True,
                "auth-type-none-enabled": False, "auth-type-password-enabled": False, "auth-type-client-enabled": False,
                "auth-type-device-enabled": False, "auth-type-refresh-enabled": False, "pkce-allowed": True,
                "name-claim": "no", "email-claim": "no", "scope-claim": "no", "scope": [], "additional-parameters": [],
                "claims": [{"name": "login", "user-property": "username", "type": "string", "mandatory": True,
                            "on-demand": False, "scope": []}]}})
        self.call("POST", "client/", {
            "client_id": "cortege", "name": "cortege", "password": self.secret, "confidential": True, "enabled": True,
            "redirect_uri": [redirection], "authorization_type": ["code", "id_token"], "scope": ["openid"],
            "token_endpoint_auth_method": ["client_secret_basic"]})
        for login in people:
            self.call("POST", "user/", {"username": login, "name": login, "password": PASSWORD, "scope": ["openid", "g_profile"],
                                        "enabled": True})

    def allow(self, browser):
        """The person lets the client know who they are."""
        browser.ask(f"{self.url}/api/auth/grant/cortege", "PUT", {"scope": "openid"})

    @staticmethod
    def go_on(browser, login_page):
        """What the button of the provider's page does."""
        asked = urllib.parse.parse_qs(urllib.parse.urlsplit(login_page).query)["callback_url"][0]
        return browser.ask(asked + "&g_continue")

    def stop(self):
        self.process.kill()
        self.process.wait()


class RelyingParty:
    """Apache with the template's own text, its brackets filled in."""

    def __init__(self, folder, port, host, provider):
        given = {"HOST": host, "PROVIDER": provider.url + "/api/oidc", "CLIENT": "cortege", "SECRET": provider.secret,
                 "PASSPHRASE": os.urandom(32).hex(), "CLAIM": "login"}
        site = (ROOT / "server/openid/apache.conf").read_text(encoding="utf-8").replace("8444", str(port))
        site = re.sub(r"\[([A-Z]+)\]", lambda found: given[found[1]], site)
        modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES)
        user = "www-data" if os.geteuid() == 0 else os.environ["USER"]
        if os.geteuid() == 0:
            shutil.chown(folder, user)
        (folder / "apache.conf").write_text(RELYING.format(folder=folder, user=user, modules=modules) + site, encoding="utf-8")
        self.process = subprocess.Popen([APACHE, "-f", folder / "apache.conf", "-DFOREGROUND"])
        await_port(port, folder / "apache.log")

    def stop(self):
        self.process.terminate()
        self.process.wait()
