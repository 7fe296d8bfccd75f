#pragma once

#include <cstddef>
#include <limits>
#include <new>
#include <vector>

namespace cortege::engine {

/// Memory on a cache line; from half a megabyte on, in large pages where the system has them: the first touch
/// of each page costs up to 15 µs on virtual machines, more than the work on what it holds. Throws
/// std::bad_alloc.
void *allocate_column(std::size_t bytes);
void free_column(void *memory, std::size_t bytes) noexcept;

template <class T>
struct ColumnAllocator {
  using value_type = T;

  ColumnAllocator() = default;
  template <class U>
  ColumnAllocator(const ColumnAllocator<U> & /*other*/) {}

  T *allocate(std::size_t count) {
    if (count > std::numeric_limits<std::size_t>::max() / 2 / sizeof(T))
      throw std::bad_alloc();
    return static_cast<T *>(allocate_column(count * sizeof(T)));
  }
  void deallocate(T *memory, std::size_t count) noexcept { free_column(memory, count * sizeof(T)); }

  template <class U>
  bool operator==(const ColumnAllocator<U> & /*other*/) const {
    return true;
  }
};

/// A vector for long columns of numbers that are about to be filled.
template <class T>
using Column = std::vector<T, ColumnAllocator<T>>;

} // namespace cortege::engine
