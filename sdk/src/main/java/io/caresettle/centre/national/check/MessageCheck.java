package io.caresettle.centre.national.check;

import io.caresettle.centre.national.check.Finding.Kind;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.field.CodeTables;
import io.caresettle.centre.national.field.Direction;
import io.caresettle.centre.national.field.FieldTables;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.profile.Layout;
import io.caresettle.centre.national.profile.Layout.Entry;
import io.caresettle.centre.national.profile.Layout.Need;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.reading.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds what is sent against the layout of a province. */
public final class MessageCheck {

  private final Profile profile;
  private final CodeTables codes;
  private final boolean strict;

  private MessageCheck(Profile profile, boolean strict) {
    this.profile = profile;
    this.codes = profile.codes();
    this.strict = strict;
  }

  /** For whoever sends: what any reading requires is required. */
  public static MessageCheck sender(Profile profile) {
    return new MessageCheck(profile, true);
  }

  /** For whoever stands for the platform: what this province requires is required. */
  public static MessageCheck platform(Profile profile) {
    return new MessageCheck(profile, false);
  }

  /** All that is wrong with a request: its envelope and its input. */
  public List<Finding> request(Outgoing request) {
    Findings findings = new Findings();
    new EnvelopeCheck(profile, codes, findings).check(request.envelope(), request.input());
    List<Finding> all = new ArrayList<>(findings.all());
    all.addAll(input(request.transaction(), request.input()));
    return List.copyOf(all);
  }

  /** All that is wrong with the {@code input} of a transaction. */
  public List<Finding> input(String transaction, Node input) {
    return check(profile.layout(transaction, Direction.INPUT), input);
  }

  /** The same of the {@code output} of an answer, for whoever writes answers. */
  public List<Finding> output(String transaction, Node output) {
    return check(profile.layout(transaction, Direction.OUTPUT), output);
  }

  private List<Finding> check(Layout layout, Node top) {
    Findings findings = new Findings();
    if (!layout.isKnown()) {
      findings.note(
          Kind.UNKNOWN_TRANSACTION,
          "",
          layout.transaction(),
          "没有该交易的字段说明，未检查",
          "no source describes this transaction: nothing was checked");
      return findings.all();
    }
    if (FieldTables.shipped().sources(layout.transaction()).size() == 1) {
      findings.note(
          Kind.ONE_SOURCE,
          "",
          layout.transaction(),
          "该交易仅有一个公开来源，请向省平台核实",
          "only one public source describes this transaction: confirm it with the province");
    }
    new Walk(layout, findings).node("", "", top);
    return findings.all();
  }

  private final class Walk {

    private final Layout layout;
    private final Findings findings;
    private final FieldCheck field;

    Walk(Layout layout, Findings findings) {
      this.layout = layout;
      this.findings = findings;
      this.field = new FieldCheck(codes, profile.wording().times(), findings);
    }

    /**
     * @param path as the layout has it
     * @param place the same with places in lists
     */
    void node(String path, String place, Node node) {
      Map<String, Entry> fields = layout.nodes().getOrDefault(path, Map.of());
      // Of an answer some sources list the fields of a node as if they stood outside it.
      boolean outside =
          path.isEmpty() && layout.direction() == Direction.OUTPUT && layout.nodes().size() > 1;
      for (Entry entry : outside ? List.<Entry>of() : fields.values()) {
        if (node.member(entry.name()).map(Value::isEmpty).orElse(true)) {
          missing(entry, place);
        }
      }
      if (path.isEmpty()) {
        wanted(node);
      }
      node.members().forEach((name, value) -> member(path, place, fields, name, value));
    }

    private void wanted(Node top) {
      for (String wanted : new TreeSet<>(layout.wanted())) {
        if (!wanted.contains(".") && top.nodes(wanted).isEmpty()) {
          findings.refuse(
              Kind.MISSING_NODE, wanted, "", "缺少节点，请补全", "this node is missing: add it");
        }
      }
    }

    private void missing(Entry entry, String place) {
      boolean required =
          entry.need() == Need.REQUIRED || (strict && entry.need() == Need.ELSEWHERE);
      if (required) {
        findings.refuse(
            Kind.MISSING_FIELD,
            place,
            entry.name(),
            "必填项为空" + named(entry) + "，请填写",
            "required and empty: fill it in");
      }
    }

    private void member(
        String path, String place, Map<String, Entry> fields, String name, Value value) {
      String below = path.isEmpty() ? name : path + '.' + name;
      String belowPlace = place.isEmpty() ? name : place + '.' + name;
      Entry entry = fields.get(name);
      boolean nested = layout.hasNode(below);
      if (nested && !(value instanceof Value.Nothing)) {
        nested(below, belowPlace, name, value);
      } else if (entry != null) {
        field.check(entry, place, value);
      } else if (!nested) {
        unknown(place, fields, name, value);
      }
    }

    private void nested(String path, String place, String name, Value value) {
      boolean list = profile.wording().lists().contains(name);
      if (value instanceof Node one) {
        if (list) {
          findings.refuse(Kind.WRONG_SHAPE, place, "", "应为列表", "a list is expected here");
        }
        node(path, place, one);
      } else if (value instanceof Value.Rows rows) {
        int at = 0;
        for (Value row : rows.values()) {
          if (row instanceof Node one) {
            node(path, place + '[' + at + ']', one);
          } else {
            findings.refuse(
                Kind.WRONG_SHAPE, place + '[' + at + ']', "", "应为对象", "an object is expected");
          }
          at++;
        }
      } else if (!value.isEmpty()) {
        findings.refuse(Kind.WRONG_SHAPE, place, "", "应为对象或列表", "an object or a list is expected");
      }
    }

    private void unknown(String place, Map<String, Entry> fields, String name, Value value) {
      boolean node = value instanceof Node || value instanceof Value.Rows;
      List<String> known = new ArrayList<>(fields.keySet());
      layout.nodes().keySet().stream().filter(path -> !path.contains(".")).forEach(known::add);
      String near = Nearest.to(name, known).orElse("");
      boolean confirmed = fields.values().stream().anyMatch(Entry::confirmed) || fields.isEmpty();
      String zh = (node ? "未知节点" : "未知字段") + (near.isEmpty() ? "，请删除，或在省份配置中登记" : "，是否应为 " + near);
      String en =
          (node ? "no such node" : "no such field")
              + (near.isEmpty()
                  ? ": take it out, or add it to the profile (fields-add)"
                  : ", perhaps " + near);
      Kind kind = node ? Kind.UNKNOWN_NODE : Kind.UNKNOWN_FIELD;
      if (strict && confirmed) {
        findings.refuse(kind, node ? joined(place, name) : place, node ? "" : name, zh, en);
      } else {
        findings.note(kind, node ? joined(place, name) : place, node ? "" : name, zh, en);
      }
    }
  }

  private static String joined(String place, String name) {
    return place.isEmpty() ? name : place + '.' + name;
  }

  static String named(Entry entry) {
    return entry.zh().isEmpty() ? "" : "（" + entry.zh() + "）";
  }
}
