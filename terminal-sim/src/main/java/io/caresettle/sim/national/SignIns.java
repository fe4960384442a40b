package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.sim.centre.SideDoor;

/** Sign-in (9001) and sign-out (9002) of an operator. */
record SignIns(SideDoor door, Notes notes) {

  /** 9001. */
  Node in(Asked asked) {
    Node data = asked.input().node("signIn").orElse(Node.EMPTY);
    String number = notes.fresh("G");
    notes.put(
        "sign",
        number,
        asked.institution(),
        Node.EMPTY.with("opter_no", Visits.said(data, "opter_no")));
    return Node.EMPTY.with(
        "signinoutb",
        Node.EMPTY
            .with("sign_time", Words.time(door.now()))
            .with("sign_no", number));
  }

  /** 9002: harmless where it comes twice. */
  Node out(Asked asked) {
    Node data = asked.input().node("signOut").orElse(asked.input());
    notes.remove("sign", Visits.said(data, "sign_no"));
    return Node.EMPTY.with(
        "signoutoutb", Node.EMPTY.with("sign_time", Words.time(door.now())));
  }

  /** A number that was given is good until it is signed out; none is asked for without one. */
  void check(Asked asked) {
    String number = asked.said("sign_no");
    if (!number.isEmpty() && notes.find("sign", number).isEmpty()) {
      throw new SaysNo("sign_no（交易签到流水号）: 签到无效或已签退，请重新签到（9001）");
    }
  }
}
