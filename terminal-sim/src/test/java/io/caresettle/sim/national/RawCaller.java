package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An institution's program that knows nothing of ours: the JDK's HTTP client and texts of JSON. */
final class RawCaller {

  private static final DateTimeFormatter IN_ID =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.ofHours(8));
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));

  private final HttpClient client;
  private final URI url;
  private final String institution;
  private final Instant now;
  private int sent;
  private String insuredPlace = "320500";
  private String moreEnvelope = "";
  private String version = "V1.0";
  private boolean numberInPath;
  private String way = "tif";
  private String secret = NationalSettings.TEST_SECRET;

  RawCaller(HttpClient client, URI url, String institution, Instant now) {
    this.client = client;
    this.url = url;
    this.institution = institution;
    this.now = now;
  }

  RawCaller(URI url, String institution, Instant now) {
    this(HttpClient.newHttpClient(), url, institution, now);
  }

  RawCaller insuredIn(String place) {
    insuredPlace = place;
    return this;
  }

  RawCaller withEnvelope(String members) {
    moreEnvelope = members;
    return this;
  }

  RawCaller numberInPath() {
    numberInPath = true;
    version = "1.0.0";
    return this;
  }

  RawCaller signingBy(String other) {
    way = other;
    return this;
  }

  RawCaller withSecret(String other) {
    secret = other;
    return this;
  }

  /** What came back. */
  record Answer(int status, String body) {

    /** The first text or number of this name; empty where there is none. */
    String field(String name) {
      Matcher found =
          Pattern.compile("\\\\?\"" + name + "\\\\?\":(?:\\\\?\"(.*?)\\\\?\"|(-?[0-9.]+))")
              .matcher(body);
      return !found.find() ? "" : found.group(1) == null ? found.group(2) : found.group(1);
    }

    Answer good() {
      assertEquals(200, status, body);
      assertEquals("0", field("infcode"), body);
      return this;
    }

    String refused() {
      assertEquals(200, status, body);
      assertEquals("-1", field("infcode"), body);
      return field("err_msg");
    }

    /** Fen of an amount. */
    long fen(String name) {
      return Long.parseLong(field(name).replace(".", ""));
    }
  }

  String nextId() {
    return institution + IN_ID.format(now) + String.format("%04d", ++sent);
  }

  String time() {
    return TIME.format(now);
  }

  String envelope(String number, String id, String input) {
    return "{\"infno\":\""
        + number
        + "\",\"msgid\":\""
        + id
        + "\",\"mdtrtarea_admvs\":\"320500\",\"insuplc_admdvs\":\""
        + insuredPlace
        + "\",\"recer_sys_code\":\"YBXT\",\"dev_no\":\"\",\"dev_safe_info\":\"\",\"cainfo\":\"\","
        + "\"signtype\":\"\",\"infver\":\""
        + version
        + "\",\"opter_type\":\"1\",\"opter\":\"0001\","
        + "\"opter_name\":\"收费员甲\",\"inf_time\":\""
        + time()
        + "\",\"fixmedins_code\":\""
        + institution
        + "\",\"fixmedins_name\":\"测试机构\",\"sign_no\":\"\","
        + moreEnvelope
        + "\"input\":"
        + input
        + "}";
  }

  Answer call(String number, String input) {
    return call(number, nextId(), input);
  }

  Answer call(String number, String id, String input) {
    return post(number, envelope(number, id, input).getBytes(StandardCharsets.UTF_8));
  }

  Answer post(String number, byte[] body) {
    try {
      return posted(number, body);
    } catch (IOException e) {
      throw new IllegalStateException("No answer came", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With whatever the line did. */
  Answer posted(String number, byte[] body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(numberInPath ? URI.create(url + "/" + number) : url)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers().forEach(request::header);
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(answer.statusCode(), answer.body());
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    try {
      if (way.equals("bus")) {
        String signed =
            "_api_access_key=ak&_api_name=test&_api_timestamp="
                + now.toEpochMilli()
                + "&_api_version=1.0";
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        headers.put("_api_access_key", "ak");
        headers.put("_api_name", "test");
        headers.put("_api_timestamp", Long.toString(now.toEpochMilli()));
        headers.put("_api_version", "1.0");
        headers.put(
            "_api_signature",
            Base64.getEncoder()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
      } else {
        String stamp = Long.toString(now.getEpochSecond());
        String nonce = "n" + System.nanoTime();
        byte[] digest =
            MessageDigest.getInstance("SHA-256")
                .digest((stamp + secret + nonce + stamp).getBytes(StandardCharsets.UTF_8));
        headers.put("x-tif-paasid", "his");
        headers.put("x-tif-timestamp", stamp);
        headers.put("x-tif-nonce", nonce);
        headers.put("x-tif-signature", HexFormat.of().formatHex(digest));
      }
    } catch (NoSuchAlgorithmException | java.security.InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
    return headers;
  }
}
