package io.caresettle.credential.card.pcsc;

import io.caresettle.problem.DeviceFault;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The faults of readers, in words for the counter. */
final class Faults {

  private Faults() {}

  static DeviceFault serviceLost(boolean recovers, Exception cause) {
    String remedy =
        recovers
            ? "请启动系统的读卡服务后重新插卡 / The reader service does not answer: start it (pcscd; on Windows"
                + " SCardSvr), then present the card again"
            : "请启动系统的读卡服务并重新启动本程序 / The reader service does not answer: start it (pcscd; on Windows"
                + " SCardSvr), then restart this program; started with --add-opens"
                + " java.smartcardio/sun.security.smartcardio=ALL-UNNAMED it would recover by itself";
    return new DeviceFault(DeviceFault.Kind.READER_SERVICE_LOST, remedy, cause);
  }

  static DeviceFault noReader(String reader) {
    return new DeviceFault(
        DeviceFault.Kind.READER_FAILED,
        "读卡器未连接，请检查连线 / No reader '" + reader + "': plug it in, then present the card again");
  }

  static DeviceFault readerFailed(String reader, Exception cause) {
    return new DeviceFault(
        DeviceFault.Kind.READER_FAILED,
        "读卡器故障，请重新连接 / The reader '"
            + reader
            + "' does not work: unplug it, plug it in again, then present the card again",
        cause);
  }

  static DeviceFault readerTaken(String reader, Exception cause) {
    return new DeviceFault(
        DeviceFault.Kind.READER_FAILED,
        "读卡器被其他程序占用 / Another program keeps the card in '" + reader + "' to itself: close it",
        cause);
  }

  static DeviceFault repeated(String reader) {
    return new DeviceFault(
        DeviceFault.Kind.READER_FAILED,
        "为保护密码未发送，请更改启动参数 / No PIN and no proof is sent to '"
            + reader
            + "': the Java runtime would send it twice. Start this program with"
            + " -Dsun.security.smartcardio.t0GetResponse=false"
            + " -Dsun.security.smartcardio.t1GetResponse=false");
  }

  /** What really went wrong; errors and faults of our own go on as they are. */
  static Exception cause(ExecutionException wrapped) {
    @Nullable Throwable cause = wrapped.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof RuntimeException fault
        && !(fault instanceof IllegalArgumentException)
        && !(fault instanceof IllegalStateException)) {
      throw fault;
    }
    return cause instanceof Exception exception ? exception : wrapped;
  }
}
