package io.caresettle.jposbench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOResponseListener;
import org.jpos.iso.ISOServer;
import org.jpos.iso.MUX;
import org.jpos.iso.ServerChannel;
import org.jpos.iso.channel.ASCIIChannel;
import org.jpos.iso.packager.ISO87BPackager;
import org.jpos.q2.Q2;
import org.jpos.q2.iso.QMUX;
import org.jpos.util.NameRegistrar;

/**
 * A question and an answer of about 370 bytes through jPOS over loopback, 16 in flight, and the
 * processor time that its process takes for each.
 *
 * <p>It is what {@code Calling.roundTrip} is held beside: a QMUX, an ASCIIChannel in each
 * direction, an ISOServer that answers where it reads. Nothing is encrypted or signed.
 */
public final class JposRoundTrip {

  private static final int IN_FLIGHT = 16;
  private static final int WARMUP = 10;
  private static final int ITERATIONS = 10;
  private static final long NANOS = 2_000_000_000L;
  private static final String BODY = "0".repeat(320);

  private static final String CHANNEL =
      """
      <channel-adaptor name='centre' class='org.jpos.q2.iso.ChannelAdaptor' logger='none'>
        <channel class='org.jpos.iso.channel.ASCIIChannel' logger='none'
            packager='org.jpos.iso.packager.ISO87BPackager'>
          <property name='host' value='127.0.0.1'/>
          <property name='port' value='%d'/>
        </channel>
        <in>centre-send</in>
        <out>centre-receive</out>
      </channel-adaptor>
      """;

  private static final String MUX_OF_IT =
      """
      <mux name='mux' class='org.jpos.q2.iso.QMUX' logger='none'>
        <in>centre-receive</in>
        <out>centre-send</out>
        <ready>centre.ready</ready>
        <key>11</key>
      </mux>
      """;

  private static int next;

  private JposRoundTrip() {}

  /** Without arguments. */
  public static void main(String[] arguments) throws Exception {
    int port = freePort();
    ISOServer server =
        new ISOServer(port, (ServerChannel) new ASCIIChannel(new ISO87BPackager()), 8);
    server.setConfiguration(new SimpleConfiguration());
    server.addISORequestListener(
        (source, question) -> {
          try {
            ISOMsg answer = (ISOMsg) question.clone();
            answer.setResponseMTI();
            answer.set(39, "00");
            source.send(answer);
          } catch (ISOException e) {
            throw new IllegalStateException(e);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return true;
        });
    Thread.ofPlatform().daemon().start(server);

    Path deployed = Files.createTempDirectory("jpos");
    Files.writeString(deployed.resolve("10_channel.xml"), CHANNEL.formatted(port));
    Files.writeString(deployed.resolve("20_mux.xml"), MUX_OF_IT);
    Q2 q2 = new Q2(deployed.toString());
    q2.start();
    MUX mux = connected();

    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double least = Double.MAX_VALUE;
    for (int i = 0; i < WARMUP + ITERATIONS; i++) {
      long began = System.nanoTime();
      long before = machine.getProcessCpuTime();
      long calls = 0;
      while (System.nanoTime() - began < NANOS) {
        exchange(mux);
        calls += IN_FLIGHT;
      }
      double micros = (machine.getProcessCpuTime() - before) / 1_000.0 / calls;
      System.out.printf(
          Locale.ROOT, "%s %d: %.2f us%n", i < WARMUP ? "warm-up" : "iteration", i, micros);
      if (i >= WARMUP) {
        least = Math.min(least, micros);
      }
    }
    System.out.printf(Locale.ROOT, "jPOS round trip, process, least: %.2f us%n", least);
    System.exit(0);
  }

  private static void exchange(MUX mux) throws ISOException {
    List<CompletableFuture<ISOMsg>> answers = new ArrayList<>(IN_FLIGHT);
    for (int i = 0; i < IN_FLIGHT; i++) {
      ISOMsg question = new ISOMsg("0800");
      question.set(11, String.format(Locale.ROOT, "%06d", next++ % 1_000_000));
      question.set(41, "TILL0001");
      question.set(48, BODY);
      CompletableFuture<ISOMsg> answer = new CompletableFuture<>();
      mux.request(
          question,
          20_000,
          new ISOResponseListener() {
            @Override
            public void responseReceived(ISOMsg response, Object handBack) {
              answer.complete(response);
            }

            @Override
            public void expired(Object handBack) {
              answer.completeExceptionally(new IllegalStateException("No answer"));
            }
          },
          null);
      answers.add(answer);
    }
    answers.forEach(CompletableFuture::join);
  }

  private static MUX connected() throws InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      try {
        MUX mux = QMUX.getMUX("mux");
        if (mux.isConnected()) {
          return mux;
        }
      } catch (NameRegistrar.NotFoundException e) {
        // Not deployed yet.
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("jPOS did not connect");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
