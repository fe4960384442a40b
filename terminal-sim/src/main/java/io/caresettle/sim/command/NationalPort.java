package io.caresettle.sim.command;

import io.caresettle.centre.national.profile.Profiles;
import io.caresettle.sim.centre.CentreServer;
import io.caresettle.sim.national.NationalServer;
import io.caresettle.sim.national.NationalSettings;
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
    NationalSettings settings = NationalSettings.of(profile);
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
}
