/* Preloaded by under-asan: programs that speak English only.
   Under AddressSanitizer glibc 2.36 leaves the lock of its message catalogues with one reader too few, and libpq's
   first bindtextdomain() waits for it for ever. Nothing a sanitizer looks for depends on a translation. */
#include <stddef.h>

char* bindtextdomain(const char* domain, const char* folder) {
  (void)domain;
  return (char*)folder;
}

char* bind_textdomain_codeset(const char* domain, const char* codeset) {
  (void)domain;
  return (char*)codeset;
}

char* textdomain(const char* domain) { return (char*)(domain != NULL ? domain : "messages"); }

char* gettext(const char* text) { return (char*)text; }

char* dgettext(const char* domain, const char* text) {
  (void)domain;
  return (char*)text;
}

char* dcgettext(const char* domain, const char* text, int category) {
  (void)category;
  return dgettext(domain, text);
}

char* ngettext(const char* one, const char* many, unsigned long count) { return (char*)(count == 1 ? one : many); }

char* dngettext(const char* domain, const char* one, const char* many, unsigned long count) {
  (void)domain;
  return ngettext(one, many, count);
}

char* dcngettext(const char* domain, const char* one, const char* many, unsigned long count, int category) {
  (void)category;
  return dngettext(domain, one, many, count);
}
