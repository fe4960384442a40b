package io.caresettle.tool;

import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.tool.Site.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** A desk at which somebody writes packs: the pack that uses every key, and changes to it. */
final class PackDesk {

  final Site site;
  private final String whole;

  PackDesk(Path folder) {
    site = new Site(folder, TrustProfile.PRODUCTION);
    // The packs were looked at and decided on by then.
    site.now = Instant.parse("2026-11-30T02:03:04Z");
    whole = resource("/io/caresettle/policy/whole.yaml");
  }

  private static String resource(String name) {
    try (InputStream in = PackDesk.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole pack with some words changed, old and new by turns. */
  String pack(String name, String... changes) {
    String text = whole;
    for (int i = 0; i < changes.length; i += 2) {
      if (!text.contains(changes[i])) {
        throw new IllegalArgumentException("The pack does not say " + changes[i]);
      }
      text = text.replace(changes[i], changes[i + 1]);
    }
    return site.write(name, text);
  }

  Run run(String... arguments) {
    return site.run(arguments);
  }

  /** The issuer's keys in {@code issuer.p12}, and their public half in {@code issuer.txt}. */
  void issuer() {
    run(
            "keys",
            "recovery",
            "new",
            "--party=city-320500",
            "--public=" + site.file("issuer.txt"),
            "--store=" + site.file("issuer.p12"),
            "--password-file=" + site.file("secret"))
        .ends(0);
  }

  /** A pack in YAML, compiled and signed; gives the signed file. */
  String signed(String yaml) {
    String compiled = yaml + ".compiled";
    run("pack", "compile", yaml, "--out", compiled).ends(0);
    String signed = yaml + ".signed";
    run(
            "pack",
            "sign",
            compiled,
            "--out",
            signed,
            "--store=" + site.file("issuer.p12"),
            "--password-file=" + site.file("secret"))
        .ends(0);
    return signed;
  }
}
