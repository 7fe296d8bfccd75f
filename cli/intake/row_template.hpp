#pragma once

#include "cli/intake/mapping.hpp"
#include "cli/intake/source.hpp"

#include <string>
#include <vector>

namespace cortege::intake {

/// A mapping's template bound to a source's fields. Throws engine::Error when the source lacks one of them.
class RowTemplate {
public:
  RowTemplate(const Template &text, const Source &source);
  std::string of(const Row &row) const;

private:
  struct Piece {
    std::string before;
    int field; ///< -1: none, the end of the pattern
  };
  std::vector<Piece> pieces_;
  std::map<std::string, std::string> codes_;
};

} // namespace cortege::intake
