package io.caresettle.sim.national;

import io.caresettle.centre.national.check.Finding;
import io.caresettle.centre.national.check.MessageCheck;
import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.sim.centre.CentreDesk;
import io.caresettle.sim.centre.Known;
import io.caresettle.sim.centre.SideDoor;
import io.caresettle.sim.centre.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The national endpoint without its line: one request in, one answer out, over the books of a
 * centre's desk.
 */
public final class NationalDesk {

  private static final int ERR_MSG = 200;
  private static final String GOOD = "0";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT).withZone(Words.CHINA);

  private final NationalSettings settings;
  private final Profile profile;
  private final Dialect dialect;
  private final SideDoor door;
  private final Notes notes;
  private final Transactions transactions;
  private final Limits limits;
  private final CertificatePair platform = TestKeys.centre().certificates();
  private final AtomicLong serial = new AtomicLong();

  /** The endpoint of {@code settings} over the books of {@code desk}. */
  public NationalDesk(CentreDesk desk, NationalSettings settings) {
    this.settings = settings;
    this.profile = settings.profile();
    this.dialect = new Dialect(profile);
    this.door = desk.sideDoor();
    this.notes = new Notes(door.shelf());
    this.transactions = new Transactions(door, notes, settings);
    this.limits =
        new Limits(
            settings.mostBytes(),
            Limits.USUAL.depth(),
            Limits.USUAL.values(),
            Math.min(settings.mostBytes(), Limits.USUAL.textLength()));
  }

  NationalSettings settings() {
    return settings;
  }

  Instant now() {
    return door.now();
  }

  /**
   * The bytes that one request is answered with. What it changed is on disk before this returns.
   *
   * @param pathNumber the transaction that the path names; empty where paths name none
   */
  public byte[] answer(byte[] body, String pathNumber) {
    return MessageText.bytes(serve(body, pathNumber).answer());
  }

  /**
   * The visits of this person that an institution registered and neither took back nor settled, by
   * their {@code ipt_otp_no}.
   */
  public List<String> visitsLeft(String institution, String person) {
    Visits visits = new Visits(door, notes);
    return visits.of(institution, person).stream()
        .filter(visit -> !Visits.said(visit, "care").equals("pharmacy"))
        .filter(visit -> !Visits.said(visit, "state").equals(Visits.WITHDRAWN))
        .filter(
            visit ->
                door.settledOf(institution, Visits.id(visit)).stream()
                    .noneMatch(Known.Settled::stands))
        .map(visit -> Visits.said(visit, "ipt_otp_no"))
        .toList();
  }

  /**
   * Serves one request. What it changed is on disk before this returns.
   *
   * @param pathNumber the transaction that the path names; empty where paths name none
   */
  Served serve(byte[] body, String pathNumber) {
    Instant came = door.now();
    Node whole;
    try {
      whole = MessageText.read(body, limits);
    } catch (Unreadable e) {
      String why = "报文无法读取：" + String.valueOf(e.getMessage());
      return served(Node.EMPTY, came, List.of(why), List.of(), Node.EMPTY);
    }
    String transaction = whole.text("infno").orElse("");
    Node envelope = whole.without("input");
    Node input = whole.node("input").orElse(Node.EMPTY);
    List<String> wrong = new ArrayList<>(new EnvelopeCheck(profile).faults(envelope));
    if (!pathNumber.isEmpty() && !pathNumber.equals(transaction)) {
      wrong.add("infno（交易编号）: 与请求路径中的 " + pathNumber + " 不一致");
    }
    if (wrong.isEmpty() && !transactions.serves(transaction)) {
      wrong.add("交易编号 " + transaction + " 未开通或不存在");
    }
    Optional<Known.Place> place = door.place(whole.text("fixmedins_code").orElse(""));
    if (wrong.isEmpty() && place.isEmpty()) {
      wrong.add("fixmedins_code（定点医药机构编号）: 机构不在定点名单");
    }
    List<String> notices = new ArrayList<>();
    if (transactions.serves(transaction)) {
      for (Finding finding : MessageCheck.platform(profile).input(transaction, input)) {
        (refuses(finding) ? wrong : notices).add(finding.place() + ": " + finding.zh());
      }
    }
    if (!wrong.isEmpty() || place.isEmpty()) {
      return served(whole, came, wrong, notices, Node.EMPTY);
    }
    Asked asked =
        new Asked(
            new PeerInfo(platform, new Standing.Good(), place.get().code()),
            place.get(),
            transaction,
            whole.text("msgid").orElse(""),
            envelope,
            dialect.usual(transaction, input));
    return within(asked, whole, came, notices);
  }

  /** A layout that takes its fields from several sources knows not every node of every one. */
  private static boolean refuses(Finding finding) {
    return finding.refuses()
        && finding.kind() != Finding.Kind.UNKNOWN_FIELD
        && finding.kind() != Finding.Kind.UNKNOWN_NODE;
  }

  private Served within(Asked asked, Node whole, Instant came, List<String> notices) {
    try {
      Outcome outcome = door.together(() -> outcome(asked));
      return served(
          whole,
          came,
          outcome.refusal(),
          notices,
          dialect.local(asked.transaction(), outcome.output()));
    } catch (SaysNo no) {
      return served(whole, came, List.of(no.text()), notices, Node.EMPTY);
    }
  }

  private record Outcome(Node output, List<String> refusal) {}

  /** A refusal that leaves something behind must not take the books' transaction back. */
  private Outcome outcome(Asked asked) {
    try {
      return new Outcome(act(asked), List.of());
    } catch (SaysNo no) {
      if (no.keeps()) {
        return new Outcome(Node.EMPTY, List.of(no.text()));
      }
      throw no;
    }
  }

  private Node act(Asked asked) {
    reject(asked);
    String name = asked.institution() + "/" + asked.messageId();
    String digest = digest(asked);
    Optional<Node> before = notes.find("message", name);
    if (before.isPresent()) {
      return again(before.get(), asked, digest);
    }
    Node output = transactions.of(asked.transaction()).serve(asked);
    if (Transactions.changes(asked.transaction())) {
      notes.put(
          "message",
          name,
          asked.institution(),
          Node.EMPTY
              .with("infno", asked.transaction())
              .with("digest", digest)
              .with("output", output));
    }
    return output;
  }

  private void reject(Asked asked) {
    transactions.reversals.refuseIfDead(asked);
    transactions.signIns.check(asked);
  }

  /** The same message has the same answer, unless what it did was undone by a reversal since. */
  private Node again(Node before, Asked asked, String digest) {
    if (!Visits.said(before, "digest").equals(digest)) {
      throw new SaysNo("报文ID重复：该msgid已用于其他内容");
    }
    boolean reversed =
        door.settledBy(asked.institution(), asked.messageId())
            .filter(s -> !s.stands() && !s.cancelled())
            .isPresent();
    if (reversed) {
      throw new SaysNo("该报文已冲正，不能再结算");
    }
    return before.node("output").orElse(Node.EMPTY);
  }

  private static String digest(Asked asked) {
    String text = asked.transaction() + MessageText.text(asked.input());
    return HexFormat.of().formatHex(Sm3.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Served served(
      Node whole, Instant came, List<String> wrong, List<String> notices, Node output) {
    String text = String.join("；", wrong);
    Instant now = door.now();
    Node answer =
        Node.EMPTY
            .with("infcode", new Value.Digits(wrong.isEmpty() ? GOOD : "-1"))
            .with("inf_refmsgid", reference(whole, now))
            .with("refmsg_time", STAMP.format(came))
            .with("respond_time", STAMP.format(now))
            .with("err_msg", cut(text))
            .with("warn_msg", "")
            .with("cainfo", "")
            .with("signtype", "")
            .with("output", dialect.written(output));
    return new Served(
        whole.text("infno").orElse(""),
        whole.text("msgid").orElse(""),
        whole.text("fixmedins_code").orElse(""),
        whole,
        wrong,
        notices,
        dialect.wrapped(answer));
  }

  private static String cut(String text) {
    int characters = text.codePointCount(0, text.length());
    return characters <= ERR_MSG ? text : text.substring(0, text.offsetByCodePoints(0, ERR_MSG));
  }

  private String reference(Node whole, Instant now) {
    String division =
        whole.text("mdtrtarea_admvs").filter(d -> d.matches("\\d{6}")).orElse("000000");
    return division
        + STAMP.format(now).substring(0, 14)
        + String.format("%010d", serial.incrementAndGet());
  }
}
