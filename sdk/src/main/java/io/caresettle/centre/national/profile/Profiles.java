package io.caresettle.centre.national.profile;

import io.caresettle.problem.Misuse;
import io.caresettle.reading.Nearest;
import io.caresettle.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The profiles that come with the library, and those that an institution writes. */
public final class Profiles {

  private static final String FOLDER = "/io/caresettle/centre/national/profile/";

  /** All that come with the library. */
  public static final List<String> SHIPPED =
      List.of(
          "base",
          "inner-mongolia-chongqing",
          "guangdong",
          "guangdong-shenzhen",
          "guangdong-dongguan",
          "guangdong-guangzhou",
          "guangdong-foshan",
          "hunan",
          "hainan",
          "hubei",
          "jilin",
          "shanxi",
          "jiangsu");

  private static final Map<String, Profile> READ = new ConcurrentHashMap<>();

  private Profiles() {}

  /**
   * One that comes with the library.
   *
   * @throws Misuse when there is none of this name
   */
  public static Profile shipped(String id) {
    Profile known = READ.get(id);
    if (known != null) {
      return known;
    }
    if (!SHIPPED.contains(id)) {
      throw new Misuse(
          "没有该省份配置 no profile '"
              + id
              + "'"
              + Nearest.to(id, SHIPPED).map(near -> ", perhaps '" + near + "'").orElse("")
              + "; there are "
              + String.join(", ", SHIPPED));
    }
    Profile read = of(id, id + ".yaml", text(id));
    READ.put(id, read);
    return read;
  }

  /**
   * A profile as a file writes it; it extends one that comes with the library.
   *
   * @throws io.caresettle.reading.ReadingFailed with every fault of the file
   */
  public static Profile of(String id, String file, String text) {
    return Reading.of(file, text, top -> new ProfileFile(id, top).profile());
  }

  private static String text(String id) {
    try (InputStream in = Profiles.class.getResourceAsStream(FOLDER + id + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("The profile " + id + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
