package io.caresettle.centre.national.flow;

import io.caresettle.centre.AuditDesk;
import io.caresettle.centre.AuthorisationDesk;
import io.caresettle.centre.CareReceipt;
import io.caresettle.centre.CareUndone;
import io.caresettle.centre.CostDesk;
import io.caresettle.centre.Costs;
import io.caresettle.centre.CostsRecorded;
import io.caresettle.centre.EmergencyArrival;
import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.centre.FamilyDesk;
import io.caresettle.centre.LongTermCare;
import io.caresettle.centre.Merged;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Registrations;
import io.caresettle.centre.Reply;
import io.caresettle.centre.ThirdPartyDesk;
import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.DataLeave;
import io.caresettle.identity.Patient;
import io.caresettle.longtermcare.CareEnd;
import io.caresettle.longtermcare.CareFigures;
import io.caresettle.longtermcare.CareFile;
import io.caresettle.longtermcare.CareStart;
import io.caresettle.longtermcare.CareVisit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The desks that the national interface does not have: each refuses in words. */
final class NotHere {

  static final FamilyDesk FAMILY =
      (relatives, patient, within) ->
          Refusals.notHere("家庭共济付款人查询", "looking a relative's account up");

  static final ThirdPartyDesk THIRD_PARTY =
      (declaration, patient, operator, within) -> Refusals.notHere("外伤申报", "declaring an injury");

  static final AuditDesk AUDIT =
      (slot, head, within) -> Refusals.notHere("审计链会签", "countersigning an audit chain");

  private NotHere() {}

  static final AuthorisationDesk AUTHORISATIONS =
      new AuthorisationDesk() {
        @Override
        public Reply<Authorisation> give(
            DataLeave leave, Patient patient, String operator, Duration within) {
          return Refusals.notHere("商业保险授权", "giving leave to insurers");
        }

        @Override
        public Reply<LocalDate> revoke(
            Authorisation given, Patient patient, String reason, String operator, Duration within) {
          return Refusals.notHere("商业保险授权", "taking leave back");
        }
      };

  static final Registrations REGISTRATIONS =
      new Registrations() {
        @Override
        public Reply<EmergencyRegistration> register(
            EmergencyArrival arrival, String operator, Duration within) {
          return Refusals.notHere("无名氏急诊登记", "registering somebody nobody knows");
        }

        @Override
        public Reply<Instant> withdraw(
            EmergencyRegistration registration, String reason, String operator, Duration within) {
          return Refusals.notHere("无名氏急诊登记", "registering somebody nobody knows");
        }

        @Override
        public Reply<Merged> merge(
            EmergencyRegistration registration, Patient patient, String operator, Duration within) {
          return Refusals.notHere("无名氏急诊登记", "registering somebody nobody knows");
        }
      };

  /** The transactions for self-paid patients (4201 and on) are not spoken yet. */
  static final CostDesk COSTS =
      new CostDesk() {
        @Override
        public Opaque prepare(Costs costs) {
          return Opaque.copyOf(new byte[0]);
        }

        @Override
        public Reply<CostsRecorded> upload(Opaque prepared, Duration within) {
          return Refusals.notHere("自费费用上传", "telling costs that no fund settled");
        }

        @Override
        public Reply<Instant> withdraw(
            String requestId, String reason, String operator, Duration within) {
          return Refusals.notHere("自费费用上传", "telling costs that no fund settled");
        }
      };

  static final LongTermCare LONG_TERM_CARE = new NoLongTermCare();

  private static final class NoLongTermCare implements LongTermCare {

    private static <T> Reply<T> no() {
      return Refusals.notHere("长期护理", "long-term care");
    }

    @Override
    public Reply<CareFile> file(Patient patient, int year, String operator, Duration within) {
      return no();
    }

    @Override
    public Reply<CareStart.Answer> start(CareStart start, Duration within) {
      return no();
    }

    @Override
    public Reply<CareEnd.Answer> end(CareEnd end, Duration within) {
      return no();
    }

    @Override
    public Reply<CareReceipt> settle(
        CareVisit.Ended ended,
        CareFigures confirmed,
        String operator,
        Instant time,
        Duration within) {
      return no();
    }

    @Override
    public Reply<CareUndone> cancel(
        CareVisit.Settled settled, String reason, String operator, Instant time, Duration within) {
      return no();
    }
  }
}
