package io.caresettle.centre.national.flow;

import io.caresettle.centre.national.message.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** The clearing requests of a scripted platform. It takes as many as come. */
public final class ScriptedClearing {

  private final Map<String, Node> standing = new LinkedHashMap<>();
  private int count;

  /** Those that stand, by number. */
  public synchronized Map<String, Node> standing() {
    return Map.copyOf(standing);
  }

  synchronized Node apply(Node data) {
    String number = "Q" + ++count;
    standing.put(number, data);
    return Node.EMPTY.with("result", Node.EMPTY.with("clr_appy_evt_id", number));
  }

  synchronized Node withdraw(Node data) {
    if (standing.remove(data.text("clr_appy_evt_id").orElse("")) == null) {
      throw new IllegalArgumentException("未查询到清算申请");
    }
    return Node.EMPTY;
  }
}
