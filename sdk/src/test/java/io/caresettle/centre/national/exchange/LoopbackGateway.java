package io.caresettle.centre.national.exchange;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway of sockets and nothing else, so that it can do what no server would. */
final class LoopbackGateway implements Closeable {

  /** What it does with a request that it has read. */
  @FunctionalInterface
  interface Doing {
    void with(String request, Socket connection, OutputStream out) throws IOException;
  }

  private final ServerSocket server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final Doing doing;

  LoopbackGateway(Doing doing) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), doing);
  }

  LoopbackGateway(ServerSocket server, Doing doing) {
    this.server = server;
    this.doing = doing;
    Thread thread = new Thread(this::accept, "loopback-gateway");
    thread.setDaemon(true);
    thread.start();
  }

  static Doing answers(int status, String body) {
    return (request, connection, out) -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      out.write(head(status, bytes.length));
      out.write(bytes);
      out.flush();
    };
  }

  static byte[] head(int status, int length) {
    return ("HTTP/1.1 "
            + status
            + " X\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  URI url(String scheme) {
    return URI.create(scheme + "://localhost:" + server.getLocalPort() + "/fsi/callService");
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connections.add(connection);
        Thread thread = new Thread(() -> serve(connection), "loopback-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection;
        InputStream in = new BufferedInputStream(connection.getInputStream())) {
      while (true) {
        String request = read(in);
        if (request.isEmpty()) {
          return;
        }
        requests.add(request);
        doing.with(request, connection, connection.getOutputStream());
      }
    } catch (IOException gone) {
      // Whoever tests it hangs up.
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int b;
    while (head.indexOf("\r\n\r\n") < 0 && (b = in.read()) >= 0) {
      head.append((char) b);
    }
    int length = 0;
    for (String line : head.toString().split("\r\n")) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).trim());
      }
    }
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
