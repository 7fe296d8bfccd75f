#include "cli/intake/row_template.hpp"

#include "cli/intake/values.hpp"

namespace cortege::intake {

RowTemplate::RowTemplate(const Template &text, const Source &source) : codes_(text.codes) {
  std::size_t position = 0;
  for (const std::string &name : fields_of(text)) {
    const std::size_t open = text.pattern.find('{', position);
    pieces_.push_back({text.pattern.substr(position, open - position), source.field(name)});
    position = open + name.size() + 2;
  }
  pieces_.push_back({text.pattern.substr(position), -1});
}

std::string RowTemplate::of(const Row &row) const {
  std::string made;
  for (const Piece &piece : pieces_) {
    made += piece.before;
    if (piece.field >= 0)
      made += row.text(piece.field);
  }
  made = trimmed(made);
  const auto code = codes_.find(made);
  return code == codes_.end() ? made : code->second;
}

} // namespace cortege::intake
