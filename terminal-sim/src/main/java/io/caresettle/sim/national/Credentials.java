package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.sim.centre.Known;
import io.caresettle.sim.centre.SideDoor;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Who is behind a credential: 01 a token of the e-credential, 02 an identity number, 03 a card. */
record Credentials(SideDoor door, Notes notes, Duration tokenLife) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Somebody and how they showed it. */
  record Shown(Known.Person person, Known.Manner manner) {}

  /** Who shows this; refused where nobody does, or it is lost or over. */
  Shown shown(Node data) {
    String type = data.text("mdtrt_cert_type").orElse("");
    String number = data.text("mdtrt_cert_no").orElse("");
    Shown shown =
        switch (type) {
          case "01" -> new Shown(byToken(number), Known.Manner.CODE);
          case "03" -> new Shown(byCard(number, data.text("card_sn")), Known.Manner.CARD);
          case "02" ->
              new Shown(
                  door.identified(number)
                      .orElseThrow(() -> new SaysNo("未查询到参保人员信息：证件号码无对应人员")),
                  Known.Manner.IDENTITY_CARD);
          default ->
              new Shown(
                  data.text("certno")
                      .flatMap(door::identified)
                      .orElseThrow(() -> new SaysNo("未查询到参保人员信息：请提供就诊凭证或证件号码")),
                  Known.Manner.IDENTITY_CARD);
        };
    Optional<Instant> lost = door.lost(shown.person(), shown.manner());
    if (lost.isPresent()) {
      throw new SaysNo("凭证已挂失，挂失时间 " + Words.time(lost.get()));
    }
    data.text("psn_name")
        .filter(name -> !name.equals(shown.person().name()))
        .ifPresent(
            name -> {
              throw new SaysNo("人员姓名与参保登记不一致");
            });
    return shown;
  }

  private Known.Person byToken(String token) {
    Node kept =
        notes
            .find("token", token)
            .orElseThrow(() -> new SaysNo("电子凭证令牌无效，请重新扫码（1162）后使用 ecToken"));
    if (door.now().toEpochMilli() >= Long.parseLong(kept.text("until").orElse("0"))) {
      throw new SaysNo("电子凭证令牌已失效，请重新扫码");
    }
    return door.person(kept.text("psn_no").orElse("")).orElseThrow();
  }

  private Known.Person byCard(String number, Optional<String> identifier) {
    Known.Person person =
        door.holder(number).orElseThrow(() -> new SaysNo("社保卡号无对应人员"));
    if (identifier.filter(id -> !id.equals(person.card())).isPresent()) {
      throw new SaysNo("卡识别码与社保卡号不一致");
    }
    return person;
  }

  /** Opens a scanned code into a token that stands for it until it is over. */
  String open(String code) {
    Known.Person person =
        door.behind(code).orElseThrow(() -> new SaysNo("医保码无效或已过期，请刷新后重试"));
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    notes.put(
        "token",
        token,
        person.number(),
        Node.EMPTY
            .with("psn_no", person.number())
            .with("until", Long.toString(door.now().plus(tokenLife).toEpochMilli())));
    return token;
  }

  /** The person of this number, shown here for this visit by this credential. */
  Known.Person present(Asked asked, Node data, String visit, String person) {
    Shown shown = shown(data);
    if (!shown.person().number().equals(person)) {
      throw new SaysNo("就诊凭证与人员编号不一致");
    }
    Optional<Refusal> refusal = door.show(asked.from(), visit, shown.person(), shown.manner());
    if (refusal.isPresent()) {
      throw SaysNo.keeping(Money.no(refusal.get()).text());
    }
    return shown.person();
  }
}
