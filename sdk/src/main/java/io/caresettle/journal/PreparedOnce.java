package io.caresettle.journal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection that prepares each statement once: what is closed is kept for whoever prepares the
 * same next. To prepare costs more than to run what the journal runs. For one thread.
 */
final class PreparedOnce implements InvocationHandler {

  /** The journal has fewer; what was put together of numbers must not fill the memory. */
  private static final int MOST = 64;

  private final Connection connection;

  /** Those that nobody uses. */
  private final Map<String, PreparedStatement> idle = new HashMap<>();

  private PreparedOnce(Connection connection) {
    this.connection = connection;
  }

  static Connection on(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            PreparedOnce.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new PreparedOnce(connection));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("prepareStatement") && arguments != null && arguments.length == 1) {
      return prepare((String) arguments[0]);
    }
    return call(connection, method, arguments);
  }

  private static @Nullable Object call(Object on, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
    return (PreparedStatement)
        Proxy.newProxyInstance(
            PreparedOnce.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                giveBack(sql, statement);
                return null;
              }
              return call(statement, method, arguments);
            });
  }

  private void giveBack(String sql, PreparedStatement statement) throws SQLException {
    if (idle.size() >= MOST || statement.isClosed() || idle.putIfAbsent(sql, statement) != null) {
      statement.close();
    }
  }
}
