#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cortege::intake {

/// A text made from a row: fields between braces ("Accident {lum}"), then looked up in `codes` when it is
/// there.
struct Template {
  std::string pattern;
  std::map<std::string, std::string> codes;
};

/// How a date is written: a template over the row's fields, read by the first format that fits.
struct DateRule {
  Template text;
  std::vector<std::string> formats;
};

/// What the register of sources says (plateforme.source): a source without it is not imported.
struct Register {
  std::string code, name, purpose, legal_basis, retention, attribution;
  bool transmitted = false;
};

/// One file of metadata/sources: how the rows of a source become facts.
struct Mapping {
  Register source;
  std::string layer;                   ///< empty: the first
  std::string encoding = "CP1252";     ///< of texts that are not UTF-8
  std::string crs = "EPSG:4326";       ///< of coordinates whose file does not say
  std::string x, y;                    ///< columns of a table without geometry
  std::string zone = "Europe/Paris";   ///< of dates whose text has no offset
  std::string earliest = "1990-01-01"; ///< a date before is a software's default, not a date
  DateRule start, end;                 ///< no end formats: the source has no ends
  Template category, subject;
  Template weight{"1", {}};
};

/// Reads a mapping. Throws engine::Error naming the file and the key that is wrong.
Mapping read_mapping(const std::filesystem::path &file);

/// The fields a template names, in order.
std::vector<std::string> fields_of(const Template &text);

} // namespace cortege::intake
