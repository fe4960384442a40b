package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.enrolment.ActivationCode;
import io.caresettle.protocol.enrolment.Invitation;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.sim.centre.EnrolmentClerk;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code enrol}: the simulated centre's clerk, who invites one terminal and answers its request.
 *
 * <p>The clerk sits there until the request lies in the folder: the code is kept nowhere else.
 */
@Command(
    name = "enrol",
    description = "登记一台终端：发出邀请文件和激活码，等待申请并答复 / invite a terminal, wait for its request, answer it",
    mixinStandardHelpOptions = true)
final class EnrolCommand implements Callable<Integer> {

  private static final int MOST_BYTES = 64 * 1024;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--terminal",
      required = true,
      paramLabel = "ID",
      description = "终端编号，如 TILL-3 / the terminal's id")
  private String terminal = "";

  @Option(
      names = "--institution",
      required = true,
      paramLabel = "CODE",
      description = "机构编码，如 TEST00000001 / the institution's code")
  private String institution = "";

  @Option(
      names = "--address",
      split = ",",
      paramLabel = "HOST:PORT",
      description = "邀请文件中写明的中心地址 / where the centre listens, for the invitation")
  private List<String> addresses = List.of();

  @Option(
      names = "--folder",
      required = true,
      paramLabel = "DIR",
      description =
          "交换目录：写出 ID.invitation，等待 ID.request，写出 ID.answer / where ID.invitation is written,"
              + " ID.request awaited and ID.answer written")
  private Path folder = Path.of("");

  @Option(
      names = "--wait",
      defaultValue = "PT10M",
      paramLabel = "DURATION",
      description = "最长等待，默认 ${DEFAULT-VALUE} / how long to wait")
  private Duration patience = Duration.ofMinutes(10);

  @Override
  public Integer call() throws InterruptedException {
    EnrolmentClerk clerk = new EnrolmentClerk(Clock.systemUTC());
    Subject subject;
    Invitation invitation;
    try {
      subject = Subject.terminal(terminal, institution);
      invitation = clerk.invitation(addresses);
    } catch (ProtocolException e) {
      throw new ParameterException(spec.commandLine(), "终端编号、机构编码或地址不符合要求 / " + e.getMessage());
    }
    ActivationCode code = clerk.invite(subject, patience);
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(file("request"));
      Files.deleteIfExists(file("answer"));
      Files.writeString(file("invitation"), invitation.text());
      say(
          "邀请文件 invitation     " + file("invitation"),
          // The one place where a code is to be read: by the person who carries it to the till.
          "激活码 activation code  " + code.text(InsecureSecretAccess.get()),
          "等待申请 waiting for    " + file("request"));
      return await() ? answer(clerk) : complain("未收到申请 / no request came within " + patience);
    } catch (IOException e) {
      spec.commandLine().getErr().println("交换目录不可用 / the folder cannot be used: " + folder);
      return ExitCode.BAD_INPUT;
    }
  }

  private int answer(EnrolmentClerk clerk) throws IOException {
    if (Files.size(file("request")) > MOST_BYTES) {
      return complain("申请文件过大 / the request is too large to be one");
    }
    byte[] answer;
    try {
      answer = clerk.answer(Files.readAllBytes(file("request")));
    } catch (ProtocolException e) {
      return complain("申请文件无法读取 / the request cannot be read: " + e.getMessage());
    }
    Path fresh = file("answer.new");
    Files.write(fresh, answer);
    Files.move(fresh, file("answer"));
    say("已答复 answered         " + file("answer"));
    return ExitCode.GOOD;
  }

  /** Whether a whole request came: its size has to stand still for one look. */
  private boolean await() throws IOException, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    long size = -1;
    while (System.nanoTime() - until < 0) {
      long now = Files.exists(file("request")) ? Files.size(file("request")) : -1;
      if (now > 0 && now == size) {
        return true;
      }
      size = now;
      Thread.sleep(200);
    }
    return false;
  }

  private Path file(String kind) {
    return folder.resolve(terminal + "." + kind);
  }

  private void say(String... lines) {
    PrintWriter out = spec.commandLine().getOut();
    for (String line : lines) {
      out.println(line);
    }
    out.flush();
  }

  private int complain(String what) {
    spec.commandLine().getErr().println(what);
    return ExitCode.FOUND;
  }
}
