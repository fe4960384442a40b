package io.caresettle.sim.national;

import io.caresettle.centre.national.profile.Profile;
import io.caresettle.sim.centre.SideDoor;
import io.caresettle.sim.centre.TestKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who serves which transaction. */
final class Transactions {

  /** Those that change something: their message ids are remembered with their answers. */
  private static final Set<String> CHANGING =
      Set.of(
          "2102", "2103", "2201", "2202", "2204", "2205", "2207", "2208", "2301", "2302", "2304",
          "2305", "2401", "2402", "2404", "2405", "2601", "3203", "3204", "3505", "3505A", "3506",
          "3506A");

  private final Map<String, Clerk> clerks = new LinkedHashMap<>();
  final SignIns signIns;
  final Reversals reversals;

  Transactions(SideDoor door, Notes notes, NationalSettings settings) {
    Profile profile = settings.profile();
    Credentials credentials = new Credentials(door, notes, settings.tokenLife());
    People people = new People(door, credentials);
    Visits visits = new Visits(door, notes);
    Money money = new Money(door, TestKeys.centre().keys(), notes);
    Settling settling =
        new Settling(
            door,
            notes,
            visits,
            new Bills(door),
            money,
            people,
            credentials,
            new SetlInfo(profile),
            settings.negativeUndo());
    Inpatients ward = new Inpatients(visits, notes, settling);
    this.signIns = new SignIns(door, notes);
    this.reversals =
        new Reversals(door, notes, visits, money, ward, profile, settings.unknownReversed());
    atTheDoor(people);
    money(visits, notes, settling, profile);
    stays(ward);
    Enquiries enquiries =
        new Enquiries(door, notes, visits, settling, profile.settling().detailsWithoutSettlement());
    clerks.put("2601", reversals::reverse);
    clerks.put("5201", enquiries::visitsOf);
    clerks.put("5202", enquiries::diagnoses);
    clerks.put("5203", enquiries::settlement);
    clerks.put("5204", enquiries::lines);
    books(door, notes, profile);
    Sales sales = new Sales(visits, notes, settings.traceCodesFrom());
    clerks.put("3505", sales::sell);
    clerks.put("3505A", sales::sell);
    clerks.put("3506", sales::takeBack);
    clerks.put("3506A", sales::takeBack);
  }

  private void atTheDoor(People people) {
    clerks.put("9001", signIns::in);
    clerks.put("9002", signIns::out);
    clerks.put("1101", people::person);
    clerks.put("1162", people::opened);
    clerks.put("2001", people::entitlement);
  }

  private void money(Visits visits, Notes notes, Settling settling, Profile profile) {
    Pharmacy pharmacy = new Pharmacy(visits, notes, settling);
    clerks.put("2101", pharmacy::trial);
    clerks.put("2102", pharmacy::settle);
    clerks.put("2103", pharmacy::undo);
    Outpatients clinic =
        new Outpatients(visits, notes, settling, profile.settling().allBatchesDeleteSettled());
    clerks.put("2201", clinic::register);
    clerks.put("2202", clinic::withdraw);
    clerks.put("2203", clinic::describe);
    clerks.put("2203A", clinic::describe);
    clerks.put("2204", clinic::upload);
    clerks.put("2205", clinic::takeBack);
    clerks.put("2206", clinic::trial);
    clerks.put("2207", clinic::settle);
    clerks.put("2208", clinic::undo);
  }

  private void stays(Inpatients ward) {
    clerks.put("2401", ward::admit);
    clerks.put("2404", ward::takeAdmissionBack);
    clerks.put("2301", ward::upload);
    clerks.put("2302", ward::takeLineBack);
    clerks.put("2303", ward::trial);
    clerks.put("2304", ward::settle);
    clerks.put("2305", ward::undo);
    clerks.put("2402", ward::discharge);
    clerks.put("2405", ward::takeDischargeBack);
  }

  private void books(SideDoor door, Notes notes, Profile profile) {
    Files files = new Files(door, notes);
    Statements statements = new Statements(door, notes, files, profile);
    Clearings clearings = new Clearings(notes);
    Catalogues catalogues = new Catalogues(door, profile);
    CatalogueFiles newer = new CatalogueFiles(door, files);
    CatalogueFiles.COLUMNS.keySet().forEach(number -> clerks.put(number, newer::file));
    clerks.put("3201", statements::totals);
    clerks.put("3202", statements::details);
    clerks.put("3203", clearings::apply);
    clerks.put("3204", clearings::withdraw);
    clerks.put("9101", files::upload);
    clerks.put("9102", files::download);
    clerks.put("1312", catalogues::page);
    clerks.put("1901", catalogues::dictionary);
  }

  static boolean changes(String transaction) {
    return CHANGING.contains(transaction);
  }

  boolean serves(String transaction) {
    return clerks.containsKey(transaction);
  }

  Clerk of(String transaction) {
    Clerk clerk = clerks.get(transaction);
    if (clerk == null) {
      throw new SaysNo("交易编号 " + transaction + " 未开通或不存在");
    }
    return clerk;
  }
}
