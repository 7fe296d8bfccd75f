#include "cli/intake/mapping.hpp"

#include "cli/intake/values.hpp"
#include "engine/error.hpp"
#include "providers/tension/toml_file.hpp"

#include <fmt/format.h>

#include <array>
#include <functional>

namespace fs = std::filesystem;

namespace cortege::intake {

namespace {

/// A table of the file, which must hold nothing but known keys: a typing error never passes for a default.
class Section {
public:
  Section(const toml::value &value, std::string where) : value_(value), where_(std::move(where)) {}

  void allow(std::initializer_list<std::string_view> keys) const {
    for (const auto &[key, ignored] : value_.as_table())
      if (std::find(keys.begin(), keys.end(), key) == keys.end())
        throw engine::Error(
            fmt::format("{}: the key {} is unknown; known ones: {}.", where_, key, fmt::join(keys, ", ")));
  }
  std::string text(const std::string &key) const {
    if (!value_.contains(key))
      throw engine::Error(fmt::format("{}: the key {} is missing.", where_, key));
    return text(key, "");
  }
  std::string text(const std::string &key, const std::string &otherwise) const {
    return get<std::string>(key, otherwise, "a text");
  }
  template <typename T>
  T get(const std::string &key, const T &otherwise, std::string_view kind) const {
    if (!value_.contains(key))
      return otherwise;
    try {
      return toml::get<T>(value_.at(key));
    } catch (const std::exception &) {
      throw engine::Error(fmt::format("{}: {} must be {}.", where_, key, kind));
    }
  }
  Section section(const std::string &key) const {
    static const toml::value nothing = toml::table{};
    if (!value_.contains(key))
      return {nothing, where_ + ", [" + key + "]"};
    if (!value_.at(key).is_table())
      throw engine::Error(fmt::format("{}: {} must be a table.", where_, key));
    return {value_.at(key), where_ + ", [" + key + "]"};
  }
  Template text_template(const std::string &otherwise) const {
    allow({"text", "codes"});
    return {text("text", otherwise),
            get<std::map<std::string, std::string>>("codes", {}, "a table of texts")};
  }
  DateRule date() const {
    allow({"text", "formats"});
    return {{text("text", ""), {}}, get<std::vector<std::string>>("formats", {}, "a list of texts")};
  }
  const std::string &where() const { return where_; }

private:
  const toml::value &value_;
  std::string where_;
};

Register read_register(const Section &section) {
  section.allow({"code", "nom", "finalite", "base_legale", "conservation", "transmise", "attribution"});
  return {section.text("code"),
          section.text("nom"),
          section.text("finalite"),
          section.text("base_legale"),
          section.text("conservation"),
          section.text("attribution"),
          section.get("transmise", false, "true or false")};
}

} // namespace

Mapping read_mapping(const fs::path &file) {
  const toml::value content = tension::read_toml(file, "a mapping", std::identity());
  const Section top(content, file.string());
  top.allow({"source", "reading", "start", "end", "category", "subject", "weight"});
  const Section reading = top.section("reading");
  reading.allow({"layer", "encoding", "crs", "x", "y", "zone", "earliest"});
  Mapping mapping;
  mapping.source = read_register(top.section("source"));
  for (const auto &[key, member] :
       {std::pair{"layer", &Mapping::layer}, std::pair{"encoding", &Mapping::encoding},
        std::pair{"crs", &Mapping::crs}, std::pair{"x", &Mapping::x}, std::pair{"y", &Mapping::y},
        std::pair{"zone", &Mapping::zone}, std::pair{"earliest", &Mapping::earliest}})
    mapping.*member = reading.text(key, mapping.*member);
  mapping.start = top.section("start").date();
  mapping.end = top.section("end").date();
  mapping.category = top.section("category").text_template("");
  mapping.subject = top.section("subject").text_template("");
  mapping.weight = top.section("weight").text_template("1");
  if (mapping.start.text.pattern.empty() || mapping.start.formats.empty())
    throw engine::Error(
        fmt::format("{}: [start] needs text and formats; a date is never invented.", file.string()));
  if (mapping.x.empty() != mapping.y.empty())
    throw engine::Error(fmt::format("{}: [reading] needs both x and y, or neither.", file.string()));
  return mapping;
}

std::vector<std::string> fields_of(const Template &text) {
  std::vector<std::string> fields;
  for (std::size_t open = text.pattern.find('{'); open != std::string::npos;
       open = text.pattern.find('{', open + 1)) {
    const std::size_t close = text.pattern.find('}', open);
    if (close == std::string::npos)
      break;
    fields.push_back(text.pattern.substr(open + 1, close - open - 1));
  }
  return fields;
}

} // namespace cortege::intake
