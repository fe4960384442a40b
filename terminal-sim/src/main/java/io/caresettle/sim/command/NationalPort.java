package io.caresettle.sim.command;

import io.caresettle.centre.national.profile.Profiles;
import io.caresettle.sim.centre.CentreServer;
import io.caresettle.sim.national.NationalServer;
import io.caresettle.sim.national.NationalSettings;
import io.caresettle.sim.national.NationalTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of a centre that speaks the national interface as well. */
final class NationalPort {

  @Option(
      names = "--national-port",
      paramLabel = "PORT",
      description =
          "国家接口（定点医药机构接口）本机端口，0 为任意空闲端口 / loopback port of the national interface, 0 for a"
              + " free one")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--national-profile",
      paramLabel = "NAME",
      defaultValue = "base",
      description = "省份配置，默认 base / whose ways it has, default ${DEFAULT-VALUE}")
  private String profile = "base";

  @Option(
      names = "--national-fault",
      paramLabel = "FAULT",
      description =
          "故障，如 'fault 2207 lose-answer'、'latency * 30ms'；可重复，也可在运行中逐行输入 / a fault or a"
              + " latency; repeat it, or type more while it runs")
  private List<String> faults = List.of();

  @Option(
      names = "--national-refuse-unknown-reversal",
      description = "冲正未到达的报文时应答失败 / refuse to reverse what never came")
  private boolean refusing;

  @Option(
      names = "--national-tls",
      paramLabel = "P12",
      description =
          "国家接口使用 TLS：PKCS#12 密钥文件 / speak TLS at the national port with the key in this file")
  private Optional<Path> tls = Optional.empty();

  @Option(
      names = "--national-clients",
      paramLabel = "P12",
      description = "只接受其中证书的客户端 / let in only clients whose certificate is in this file")
  private Optional<Path> clients = Optional.empty();

  @Option(
      names = "--national-tls-password",
      paramLabel = "FILE",
      description = "上述文件的口令所在文件 / a file whose first line is the password of both files")
  private Optional<Path> password = Optional.empty();

  /** An open endpoint, or none. */
  record Opened(Optional<NationalServer> server, List<String> lines) implements AutoCloseable {

    /** What it says to a typed line; empty where the line is for somebody else. */
    Optional<String> obey(String line) {
      boolean ours = line.startsWith("fault ") || line.startsWith("latency ");
      return ours ? server.map(open -> open.faults().obey(line)) : Optional.empty();
    }

    @Override
    public void close() {
      server.ifPresent(NationalServer::close);
    }
  }

  Opened open(CommandSpec spec, CentreServer centre) {
    if (port.isEmpty()) {
      return new Opened(Optional.empty(), List.of());
    }
    if (port.get() < 0 || port.get() > 65_535) {
      throw new ParameterException(
          spec.commandLine(), "端口应为 0 至 65535 / a port is a number from 0 to 65535");
    }
    if (!Profiles.SHIPPED.contains(profile)) {
      throw new ParameterException(
          spec.commandLine(),
          "没有该省份配置 / no such profile: " + profile + "; " + String.join(", ", Profiles.SHIPPED));
    }
    NationalSettings settings = secured(spec, NationalSettings.of(profile));
    NationalServer server =
        NationalServer.start(
            centre.desk(), refusing ? settings.refusingUnknownReversals() : settings, port.get());
    List<String> lines = new ArrayList<>();
    lines.add("  国家接口 national  " + server.port() + "  " + profile);
    lines.add("  地址 url   " + server.endpoint());
    lines.add("  日志 log   " + server.address() + "/log");
    lines.add("  密钥 secret  " + NationalSettings.TEST_SECRET);
    faults.forEach(fault -> lines.add("  " + server.faults().obey(fault)));
    return new Opened(Optional.of(server), List.copyOf(lines));
  }

  private NationalSettings secured(CommandSpec spec, NationalSettings settings) {
    if (tls.isEmpty()) {
      if (clients.isPresent()) {
        throw new ParameterException(
            spec.commandLine(),
            "--national-clients 需要 --national-tls / certificates of clients need TLS");
      }
      return settings;
    }
    try {
      char[] secret = password.isPresent() ? firstLine(password.get()) : new char[0];
      return settings.withTls(NationalTls.of(tls.get(), secret, clients));
    } catch (IOException | GeneralSecurityException e) {
      throw new ParameterException(
          spec.commandLine(),
          "TLS 密钥文件无法读取 / the files of keys cannot be read: " + e.getClass().getSimpleName(),
          e);
    }
  }

  private static char[] firstLine(Path file) throws IOException {
    return Files.readString(file).lines().findFirst().orElse("").toCharArray();
  }
}
