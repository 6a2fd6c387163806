#include "expression/collection.h"
#include "expression/function_themes.h"
#include "value/number.h"

#include <arpa/inet.h>

#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace holdfast {

namespace {

/// An address of either version and the length of its network part.
struct Network {
  std::array<uint8_t, 16> bytes = {};
  int size = 32;  // bits of an address
  int prefix = 0;
};

/// Configurations pad the numbers of an address, and they stay decimal.
std::string without_leading_zeros(std::string_view text) {
  if (text.find(':') != std::string_view::npos) return std::string(text);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool leads = i == 0 || text[i - 1] == '.' || (text[i - 1] == '0' && (result.empty() || result.back() == '.'));
    const bool digit_follows = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
    if (text[i] != '0' || !leads || !digit_follows) result += text[i];
  }
  return result;
}

std::optional<Network> parse_address(std::string_view text) {
  Network network;
  const std::string copy = without_leading_zeros(text);
  if (inet_pton(AF_INET, copy.c_str(), network.bytes.data()) == 1) return network;
  network.size = 128;
  if (inet_pton(AF_INET6, copy.c_str(), network.bytes.data()) == 1) return network;
  return std::nullopt;
}

/// With the host part cleared.
Network masked(Network network, int prefix) {
  network.prefix = prefix;
  for (int bit = prefix; bit < network.size; ++bit) {
    network.bytes[static_cast<std::size_t>(bit / 8)] &= static_cast<uint8_t>(~(0x80 >> (bit % 8)));
  }
  return network;
}

std::optional<Network> parse_network(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto address = parse_address(text.substr(0, slash));
  const std::string_view digits = text.substr(slash + 1);
  int prefix = -1;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
  const bool is_number = problem == std::errc() && end == digits.data() + digits.size();
  if (!address || !is_number || prefix < 0 || prefix > address->size) return std::nullopt;
  return masked(*address, prefix);
}

std::string print_address(const Network& network) {
  char buffer[INET6_ADDRSTRLEN];
  inet_ntop(network.size == 32 ? AF_INET : AF_INET6, network.bytes.data(), buffer, sizeof buffer);
  return buffer;
}

std::string print_network(const Network& network) {
  return print_address(network) + "/" + std::to_string(network.prefix);
}

/// Adds a number whose last bit stands at a position counted from the front. False: it does not fit.
bool add_at(Network& network, uint64_t number, int position) {
  uint64_t carry = 0;
  for (int bit = position - 1; bit >= 0 && (number != 0 || carry != 0); --bit, number >>= 1) {
    uint8_t& byte = network.bytes[static_cast<std::size_t>(bit / 8)];
    const auto mask = static_cast<uint8_t>(0x80 >> (bit % 8));
    const uint64_t sum = ((byte & mask) ? 1u : 0u) + (number & 1) + carry;
    byte = static_cast<uint8_t>(sum & 1 ? byte | mask : byte & ~mask);
    carry = sum >> 1;
  }
  return number == 0 && carry == 0;
}

bool fits(uint64_t number, int bits) { return bits >= 64 || (number >> bits) == 0; }

Value bad_network(Call& call, std::size_t i) {
  return call.error(i, "\"" + std::string(call.text(i).substr(0, 60)) + "\" is no network such as 10.0.0.0/16");
}

Value cidrhost(Call& call) {
  auto network = parse_network(call.text(0));
  if (!network) return bad_network(call, 0);
  const auto number = to_integer(call[1]);
  if (!number) return call.error(1, "a whole number is required");
  const int bits = network->size - network->prefix;
  // Negative numbers count from the end of the network.
  const auto size = *number < 0 ? 0 - static_cast<uint64_t>(*number) : static_cast<uint64_t>(*number);
  if (!fits(*number < 0 ? size - 1 : size, bits)) return call.error(1, "the network has no such host");
  if (*number >= 0) {
    add_at(*network, size, network->size);
    return call.text_value(print_address(*network));
  }
  for (int bit = network->prefix; bit < network->size; ++bit) {
    const bool is_set = network->size - 1 - bit < 64 ? !(((size - 1) >> (network->size - 1 - bit)) & 1) : true;
    if (is_set) network->bytes[static_cast<std::size_t>(bit / 8)] |= static_cast<uint8_t>(0x80 >> (bit % 8));
  }
  return call.text_value(print_address(*network));
}

Value cidrnetmask(Call& call) {
  auto network = parse_network(call.text(0));
  if (!network) return bad_network(call, 0);
  if (network->size != 32) return call.error(0, "only IPv4 networks have netmasks");
  network->bytes.fill(0xFF);
  return call.text_value(print_address(masked(*network, network->prefix)));
}

std::optional<Network> subnet(Network network, int64_t new_bits, uint64_t number) {
  if (new_bits < 0 || new_bits > network.size) return std::nullopt;
  const int64_t prefix = network.prefix + new_bits;
  if (prefix > network.size || !fits(number, static_cast<int>(new_bits))) return std::nullopt;
  add_at(network, number, static_cast<int>(prefix));
  network.prefix = static_cast<int>(prefix);
  return network;
}

Value cidrsubnet(Call& call) {
  const auto network = parse_network(call.text(0));
  if (!network) return bad_network(call, 0);
  const auto bits = to_integer(call[1]);
  const auto number = to_integer(call[2]);
  if (!bits || !number || *number < 0) return call.error("whole numbers are required");
  const auto result = subnet(*network, *bits, static_cast<uint64_t>(*number));
  return result ? call.text_value(print_network(*result)) : call.error("the network has no such part");
}

Value cidrsubnets(Call& call) {
  const auto network = parse_network(call.text(0));
  if (!network) return bad_network(call, 0);
  std::vector<Value> items;
  Network next = *network;
  for (std::size_t i = 1; i < call.count(); ++i) {
    const auto bits = to_integer(call[i]);
    if (!bits || *bits < 1 || *bits > network->size || network->prefix + *bits > network->size)
      return call.error(i, "the network has no such part");
    const int prefix = network->prefix + static_cast<int>(*bits);
    // The first address at or after the end of the part before that a network of this size may start with.
    Network aligned = masked(next, prefix);
    if (aligned.bytes != next.bytes && !add_at(aligned, 1, prefix)) return call.error(i, "the network is used up");
    const bool is_inside = masked(aligned, network->prefix).bytes == network->bytes;
    if (!is_inside) return call.error(i, "the network is used up");
    items.push_back(call.text_value(print_network(aligned)));
    next = aligned;
    if (!add_at(next, 1, prefix) && i + 1 < call.count()) return call.error(i + 1, "the network is used up");
  }
  return list_of(call.arena(), items, text_type());
}

Value cidrcontains(Call& call) {
  const auto outer = parse_network(call.text(0));
  if (!outer) return bad_network(call, 0);
  auto inner = parse_network(call.text(1));
  if (!inner) {
    inner = parse_address(call.text(1));
    if (!inner) return bad_network(call, 1);
    inner->prefix = inner->size;
  }
  const bool fits_inside = inner->size == outer->size && inner->prefix >= outer->prefix;
  return Value::boolean(fits_inside && masked(*inner, outer->prefix).bytes == outer->bytes);
}

constexpr Function kFunctions[] = {
    {"cidrcontains", "text, text -> bool", 0, cidrcontains, "does a network hold an address or a network?"},
    {"cidrhost", "text, number -> text", 0, cidrhost, "the address of a host in a network"},
    {"cidrnetmask", "text -> text", 0, cidrnetmask, "the netmask of a network"},
    {"cidrsubnet", "text, number, number -> text", 0, cidrsubnet, "a part of a network"},
    {"cidrsubnets", "text, number... -> list(text)", 0, cidrsubnets, "parts of a network, one after the other"},
};

}  // namespace

std::span<const Function> network_functions() { return kFunctions; }

}  // namespace holdfast
