package io.caresettle.identity;

import static io.caresettle.identity.IdentityRule.R_ID_04;
import static io.caresettle.identity.IdentityRule.R_ID_07;
import static io.caresettle.identity.People.CODE;
import static io.caresettle.identity.People.at;
import static io.caresettle.identity.People.card;
import static io.caresettle.identity.People.passed;
import static io.caresettle.identity.People.registered;
import static io.caresettle.identity.People.rolls;
import static io.caresettle.identity.People.stopped;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.NationalCode;
import io.caresettle.problem.CredentialRefused.Reason;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A terminal remembers for minutes what it saw")
class SeenBeforeTest {

  private final People people = new People();

  @Nested
  @Tag("R-ID-04")
  @DisplayName("R-ID-04: nobody is helped to use another's credential")
  class Impersonation {

    @Test
    @DisplayName("after three failures of one card a supervisor must look")
    void threeFailures() {
      for (int i = 0; i < 3; i++) {
        assertInstanceOf(Decision.Stopped.class, people.wrong("a", "V" + i));
      }
      stopped(R_ID_04, Reason.REPEATED_FAILURES, people.good("a", "V9"));
      people.check.release(card(), "V9");
      passed(people.good("a", "V9"));
    }

    @Test
    @DisplayName("after three failures of one visit no other credential helps")
    void threeCredentials() {
      for (int i = 0; i < 3; i++) {
        people.wrong("a", "V1");
      }
      stopped(
          R_ID_04,
          Reason.REPEATED_FAILURES,
          people.check.decide(at("a", CODE), rolls(), registered("V1")));
    }

    @Test
    @DisplayName("who shows a fresh code each time is stopped as well")
    void freshCodes() {
      for (int i = 0; i < 3; i++) {
        people.check.decide(
            at("a", new NationalCode("000000000" + i)),
            rolls(),
            registered("V" + i, People.OTHER_NAME, People.OTHER_NUMBER));
      }
      stopped(
          R_ID_04,
          Reason.REPEATED_FAILURES,
          people.check.decide(at("a", new NationalCode("0000000009")), rolls(), registered("V9")));
    }

    @Test
    @DisplayName("three refusals of the centre stop the visit, whatever was shown")
    void refusedByTheCentre() {
      for (int i = 0; i < 3; i++) {
        people.check.refusedByTheCentre("V1");
      }
      stopped(R_ID_04, Reason.REPEATED_FAILURES, people.good("a", "V1"));
      passed(people.good("a", "V2"));
    }

    @Test
    @DisplayName("a supervisor who looked helps also where one card was at two counters")
    void releasedElsewhere() {
      passed(people.good("a", "V1"));
      stopped(R_ID_04, Reason.SHOWN_AT_ANOTHER_COUNTER, people.good("b", "V2"));
      people.check.release(card(), "V2");
      passed(people.good("b", "V2"));
    }

    @Test
    @DisplayName("two failures are mistakes, and so are three with a quarter of an hour between")
    void mistakes() {
      people.wrong("a", "V1");
      people.wrong("a", "V1");
      people.pass(Duration.ofMinutes(15));
      people.wrong("a", "V1");
      passed(people.good("a", "V1"));
    }

    @Test
    @DisplayName("one card is not at two counters for two visits")
    void twoCounters() {
      passed(people.good("a", "V1"));
      people.pass(Duration.ofSeconds(119));
      stopped(R_ID_04, Reason.SHOWN_AT_ANOTHER_COUNTER, people.good("b", "V2"));
      people.pass(Duration.ofSeconds(1));
      passed(people.good("b", "V2"));
    }

    @Test
    @DisplayName("who walks to the next counter with the same visit is one person")
    void sameVisit() {
      passed(people.good("a", "V1"));
      passed(people.good("b", "V1"));
      passed(people.good("b", "V2"));
    }
  }

  @Nested
  @Tag("R-ID-07")
  @DisplayName("R-ID-07: a loss that is reported here stops the credential here at once")
  class Loss {

    @Test
    @DisplayName("a report during the visit reaches who was let through before it")
    void duringTheVisit() {
      Patient patient = passed(people.good("a", "V1"));
      assertFalse(people.check.isReportedLost(patient));
      people.check.reportLost(card());
      assertTrue(people.check.isReportedLost(patient));
      RealNameVerdict verdict = stopped(R_ID_07, Reason.REPORTED_LOST, people.good("a", "V1"));
      assertFalse(verdict.passed());
    }

    @Test
    @DisplayName("a code that was reported lost takes its owner's next one with it")
    void codes() {
      passed(people.check.decide(at("a", CODE), rolls(), registered("V1")));
      people.check.reportLost(CODE);
      NationalCode next = new NationalCode("9876543210");
      stopped(
          R_ID_07,
          Reason.REPORTED_LOST,
          people.check.decide(at("a", next), rolls(), registered("V1")));
      people.check.reportFound(next);
      passed(people.check.decide(at("a", next), rolls(), registered("V1")));
    }

    @Test
    @DisplayName("it is a hint: it can be taken back, and after a day the centre knows better")
    void hint() {
      people.check.reportLost(card());
      people.check.reportFound(card());
      passed(people.good("a", "V1"));
      people.check.reportLost(card());
      people.pass(Duration.ofHours(24));
      passed(people.good("a", "V1"));
    }
  }
}
