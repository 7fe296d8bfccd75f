#include "providers/qgis/decode.hpp"

#include "providers/qgis/binary.hpp"
#include "providers/qgis/decode_nested.hpp"
#include "providers/qgis/text.hpp"

#include <QDateTime>
#include <QTimeZone>
#include <QUuid>
#include <qgsvariantutils.h>

#include <charconv>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>

namespace cortege::qgis {
namespace {

constexpr qint64 epoch_shift_ms = 946684800000; // PostgreSQL counts from 2000-01-01
constexpr int epoch_shift_days = 2451545;       // Julian day of 2000-01-01
constexpr qint64 infinite = std::numeric_limits<qint64>::max();

qint64 floored_ms(qint64 microseconds) {
  return microseconds / 1000 - (microseconds % 1000 < 0 ? 1 : 0);
}

/// The machine's offset from UTC in seconds, remembered from one transition of its zone to the next: asking
/// the zone for each value costs more than reading the row.
class Offsets {
public:
  int of_instant(qint64 ms) {
    auto known = periods_.upper_bound(ms);
    if (known != periods_.begin() && ms < (--known)->second.end)
      return known->second.offset;
    return learn(ms);
  }
  int of_wall_clock(qint64 ms) { return of_instant(ms - qint64(of_instant(ms)) * 1000); }

private:
  struct Period {
    qint64 end;
    int offset;
  };
  int learn(qint64 ms) {
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const QDateTime instant = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    const auto next = zone.nextTransition(instant);
    const auto previous = zone.previousTransition(instant.addMSecs(1)); // strictly before: of ms itself too
    const qint64 begin = previous.atUtc.isValid() ? previous.atUtc.toMSecsSinceEpoch() : -infinite - 1;
    const qint64 end = next.atUtc.isValid() ? next.atUtc.toMSecsSinceEpoch() : infinite;
    const int offset = zone.offsetFromUtc(instant);
    periods_.insert_or_assign(begin, Period{end, offset});
    return offset;
  }
  std::map<qint64, Period> periods_;
};

QVariant instant(qint64 microseconds, bool with_zone) {
  if (microseconds == infinite)
    return end_of_time();
  if (microseconds == -infinite - 1)
    return beginning_of_time();
  thread_local Offsets offsets;
  const qint64 ms = floored_ms(microseconds) + epoch_shift_ms;
  const int offset = with_zone ? offsets.of_instant(ms) : offsets.of_wall_clock(ms);
  return QDateTime::fromMSecsSinceEpoch(with_zone ? ms : ms - qint64(offset) * 1000, Qt::OffsetFromUTC,
                                        offset);
}

QVariant day(qint32 days) {
  if (days == std::numeric_limits<qint32>::max())
    return end_of_time().date();
  if (days == std::numeric_limits<qint32>::min())
    return beginning_of_time().date();
  return QDate::fromJulianDay(static_cast<qint64>(days) + epoch_shift_days);
}

// One of a numeric's base-10000 digits, which follow four numbers of two bytes.
int digit_of(std::string_view bytes, int i) {
  return network<std::int16_t>(bytes.data() + 2 * static_cast<std::ptrdiff_t>(4 + i));
}

// Up to 15 digits and a power of ten that a double holds exactly: their quotient is correctly rounded.
std::optional<double> small_numeric(std::string_view bytes, int digits, int weight) {
  static constexpr double powers[] = {1, 1e4, 1e8, 1e12, 1e16, 1e20};
  const int shift = digits - weight - 1; // base-10000 digits after the point
  if (digits > 3 || shift < -1 || shift > 5)
    return std::nullopt;
  std::int64_t whole = 0;
  for (int i = 0; i < digits; ++i)
    whole = whole * 10000 + digit_of(bytes, i);
  return shift < 0 ? static_cast<double>(whole * 10000) : static_cast<double>(whole) / powers[shift];
}

// Base-10000 digits, written out and read back: correctly rounded, unlike summing powers.
double numeric(std::string_view bytes) {
  const auto digits = network<std::int16_t>(bytes.data());
  const auto weight = network<std::int16_t>(bytes.data() + 2);
  const auto sign = network<std::uint16_t>(bytes.data() + 4);
  switch (sign) {
  case 0xC000:
    return std::numeric_limits<double>::quiet_NaN();
  case 0xD000:
    return std::numeric_limits<double>::infinity();
  case 0xF000:
    return -std::numeric_limits<double>::infinity();
  default:
    break;
  }
  if (const auto value = small_numeric(bytes, digits, weight))
    return sign == 0x4000 ? -*value : *value;
  std::string text;
  text.reserve(static_cast<std::size_t>(digits) * 4 + 12);
  for (int i = 0; i < digits; ++i) {
    const int digit = digit_of(bytes, i);
    const char four[] = {static_cast<char>('0' + digit / 1000), static_cast<char>('0' + digit / 100 % 10),
                         static_cast<char>('0' + digit / 10 % 10), static_cast<char>('0' + digit % 10)};
    text.append(four, sizeof four);
  }
  text += 'e' + std::to_string(4 * (weight - digits + 1));
  double value = 0;
  if (digits > 0)
    std::from_chars(text.data(), text.data() + text.size(), value);
  return sign == 0x4000 ? -value : value;
}

QString uuid(std::string_view bytes) {
  return QUuid::fromRfc4122(QByteArray(bytes.data(), static_cast<int>(bytes.size())))
      .toString(QUuid::WithoutBraces);
}

// char(n) is padded with blanks that mean nothing.
QString unpadded(QString text) {
  while (text.endsWith(' '))
    text.chop(1);
  return text;
}

} // namespace

QDateTime end_of_time() {
  return {QDate(294276, 12, 31), QTime(23, 59, 59, 999), Qt::UTC};
}
QDateTime beginning_of_time() {
  return {QDate(-4713, 1, 1), QTime(0, 0), Qt::UTC};
}

QVariant null_of(const Column &column) {
  return QgsVariantUtils::createNullVariant(column.metatype());
}

QVariant decode_scalar(Kind kind, std::string_view bytes) {
  const char *data = bytes.data();
  switch (kind) {
  case Kind::boolean:
    return data[0] != 0;
  case Kind::int2:
    return static_cast<int>(network<std::int16_t>(data));
  case Kind::int4:
    return network<std::int32_t>(data);
  case Kind::int8:
    return static_cast<qlonglong>(network<std::int64_t>(data));
  case Kind::float4:
    return static_cast<double>(network_float(data));
  case Kind::float8:
    return network_double(data);
  case Kind::numeric:
    return numeric(bytes);
  case Kind::date:
    return day(network<std::int32_t>(data));
  case Kind::time:
    return QTime::fromMSecsSinceStartOfDay(static_cast<int>(network<std::int64_t>(data) / 1000));
  case Kind::timestamp:
    return instant(network<std::int64_t>(data), false);
  case Kind::timestamptz:
    return instant(network<std::int64_t>(data), true);
  case Kind::uuid:
    return uuid(bytes);
  case Kind::json:
    return json_value(bytes);
  case Kind::jsonb:
    return json_value(bytes.substr(1)); // the first byte is the form's version
  case Kind::bytea:
    return QByteArray(data, static_cast<int>(bytes.size()));
  default:
    return from_utf8(bytes);
  }
}

QVariant decode(const Column &column, std::string_view bytes) {
  if (column.kind == Kind::array)
    return array_value(column, bytes);
  if (column.family == Family::hstore)
    return hstore_value(bytes);
  if (column.family == Family::character)
    return unpadded(from_utf8(bytes));
  return decode_scalar(column.kind, bytes);
}

} // namespace cortege::qgis
