package io.caresettle.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.AuthorisationMissing;
import io.caresettle.problem.CareRefused;
import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.ConsentMissing;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.NextStep;
import io.caresettle.problem.NotPermitted;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.problem.SettlementException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every problem says in both languages what to do next")
class ProblemWordsTest {

  private static final Pattern ZH = Pattern.compile("\"zh\":\"[^\"]*(请|勿|须|停止)[^\"]*\"");
  private static final Pattern EN = Pattern.compile("\"en\":\"[^\"]*\\w[^\"]*\"");

  private static String said(Problem problem) {
    return problem.answer().body();
  }

  private static void assertSays(String body) {
    assertTrue(ZH.matcher(body).find(), body);
    assertTrue(EN.matcher(body).find(), body);
  }

  /** The types as the gateway's own document lists them. */
  private static Set<String> documented() {
    String text = OpenApi.document().body();
    Matcher list = Pattern.compile("\"enum\":\\s*\\[([^]]*\"token-missing\"[^]]*)]").matcher(text);
    assertTrue(list.find());
    Set<String> types = new TreeSet<>();
    Pattern.compile("\"([a-z-]+)\"")
        .matcher(list.group(1))
        .results()
        .forEach(type -> types.add(type.group(1)));
    return types;
  }

  @Test
  void ofEachTypeThatIsDocumented() {
    assertEquals(documented(), ProblemWords.types());
    Set<String> own =
        Set.of("credential-refused", "centre-refused", "device-fault", "journal-unavailable");
    for (String type : documented()) {
      if (!own.contains(type)) {
        assertSays(
            said(Problem.of(400, type, "program", "found one, expected another: change it")));
      }
    }
  }

  private static List<SettlementException> thrown() {
    List<SettlementException> all =
        new ArrayList<>(
            List.of(
                new Misuse("do otherwise"),
                new NotPermitted("撤销 / cancel", "op-7", "CASHIER", "SUPERVISOR"),
                new ConsentMissing(List.of("1"), "line 1"),
                new AuthorisationMissing(List.of("C1"), "ask for it"),
                new CareRefused(List.of("ITEM"), List.of("more than the plan allows")),
                new CentreUnreachable("no answer: try again"),
                new CentreRefused(
                    "FROZEN", "账户已冻结，请停止收费", "frozen", "SZ 62¶1", NextStep.STOP_THE_SALE),
                new EnvelopeRejected("another answered: stop"),
                new RecordUnreadable("its key is gone: call the key keeper")));
    for (CredentialRefused.Reason reason : CredentialRefused.Reason.values()) {
      all.add(new CredentialRefused(reason));
    }
    for (JournalUnavailable.Reason reason : JournalUnavailable.Reason.values()) {
      all.add(new JournalUnavailable(reason, "do something"));
    }
    for (DeviceFault.Kind kind : DeviceFault.Kind.values()) {
      all.add(new DeviceFault(kind, "do something"));
    }
    return all;
  }

  @Test
  void ofEachExceptionOfTheLibrary() {
    Set<Class<?>> seen = new HashSet<>();
    for (SettlementException one : thrown()) {
      seen.add(one.getClass());
      assertSays(said(Problems.of(one).orElseThrow()));
    }
    assertEquals(Set.of(SettlementException.class.getPermittedSubclasses()), seen);
  }
}
