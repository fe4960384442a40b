package io.caresettle.sim.national;

import io.caresettle.centre.national.profile.Gateway;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Knows by the headers who sends, as the gateway of a province does. It computes what it expects by
 * itself and not with the code that makes the headers, so that a fault there is noticed.
 */
final class HeaderCheck {

  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final int NONCES = 10_000;

  private final Gateway.Authentication way;
  private final String secret;
  private final Set<String> seen = new HashSet<>();
  private final Deque<String> order = new ArrayDeque<>();

  HeaderCheck(Gateway.Authentication way, String secret) {
    this.way = way;
    this.secret = secret;
  }

  /**
   * What is wrong with the headers; empty where nothing is.
   *
   * @param header the value of a header, empty where there is none
   */
  synchronized Optional<String> check(Function<String, String> header, Instant now) {
    return switch (way) {
      case TIF_SHA256 -> tif(header, now);
      case API_KEY ->
          header.apply("apikey").equals(secret)
              ? Optional.empty()
              : Optional.of("请求头 apikey 缺失或不正确");
      case SERVICE_BUS -> bus(header, now);
    };
  }

  private Optional<String> tif(Function<String, String> header, Instant now) {
    String time = header.apply("x-tif-timestamp");
    String nonce = header.apply("x-tif-nonce");
    if (header.apply("x-tif-paasid").isEmpty() || time.isEmpty() || nonce.isEmpty()) {
      return Optional.of("请求头缺少 x-tif-paasid、x-tif-timestamp 或 x-tif-nonce");
    }
    Optional<String> late = late(time, 1, now, "x-tif-timestamp");
    if (late.isPresent()) {
      return late;
    }
    if (!same(hex(time + secret + nonce + time), header.apply("x-tif-signature"))) {
      return Optional.of(
          "x-tif-signature 不正确，应为 timestamp+token+nonce+timestamp 的 SHA-256 小写十六进制");
    }
    if (!seen.add(nonce)) {
      return Optional.of("x-tif-nonce 已使用过，每次请求须用新值");
    }
    order.add(nonce);
    if (order.size() > NONCES) {
      seen.remove(order.remove());
    }
    return Optional.empty();
  }

  private Optional<String> bus(Function<String, String> header, Instant now) {
    StringBuilder signed = new StringBuilder();
    for (String name :
        new String[] {"_api_access_key", "_api_name", "_api_timestamp", "_api_version"}) {
      String value = header.apply(name);
      if (value.isEmpty()) {
        return Optional.of("请求头缺少 " + name);
      }
      signed.append(signed.isEmpty() ? "" : "&").append(name).append('=').append(value);
    }
    Optional<String> late = late(header.apply("_api_timestamp"), 1_000, now, "_api_timestamp");
    if (late.isPresent()) {
      return late;
    }
    return same(hmac(signed.toString()), header.apply("_api_signature"))
        ? Optional.empty()
        : Optional.of("_api_signature 不正确，应为其余四个请求头的 HMAC-SHA1 Base64");
  }

  private static Optional<String> late(String time, long perSecond, Instant now, String name) {
    if (!time.matches("\\d{1,15}")) {
      return Optional.of(name + " 不是时间戳");
    }
    long apart = Math.abs(Long.parseLong(time) / perSecond - now.getEpochSecond());
    return apart > SKEW.toSeconds()
        ? Optional.of(name + " 与平台时间相差超过 5 分钟，请校准时钟")
        : Optional.empty();
  }

  private static boolean same(String expected, String found) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), found.getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA1", e);
    }
  }
}
