package io.caresettle.gateway;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.identity.Patient;
import io.caresettle.reconciliation.DayReport;
import io.caresettle.reconciliation.Difference;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;

/**
 * Which step a ticket came from, and so which it leads to.
 *
 * @param word as in the request that shows it
 * @param step the request that gives one
 */
record TicketKind<T>(String word, Class<T> type, String step) {

  static final TicketKind<Window> SHIFT =
      new TicketKind<>("shift", Window.class, "POST /v1/shifts");
  static final TicketKind<Patient> PATIENT =
      new TicketKind<>("patient", Patient.class, "POST /v1/identify");
  static final TicketKind<Eligibility> ELIGIBILITY =
      new TicketKind<>("eligibility", Eligibility.class, "POST /v1/eligibility");
  static final TicketKind<Quote> QUOTE = new TicketKind<>("quote", Quote.class, "POST /v1/quotes");
  static final TicketKind<SettledDifferently> DIFFERENCE =
      new TicketKind<>("difference", SettledDifferently.class, "GET /v1/bills/{number}");
  static final TicketKind<DayReport> REPORT =
      new TicketKind<>("report", DayReport.class, "POST /v1/days/{day}/compare");
  static final TicketKind<Difference> DECISION =
      new TicketKind<>("decision", Difference.class, "POST /v1/days/{day}/compare");
}
