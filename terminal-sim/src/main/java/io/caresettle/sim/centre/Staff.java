package io.caresettle.sim.centre;

import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sim.entitle.BookShelf;
import java.util.EnumMap;
import java.util.Map;

/** Everybody who serves at the desk: each type of message by its clerk, all on the same books. */
final class Staff {

  private final CentreSettings settings;
  private final PartyKeys keys;
  private final Rolls rolls;
  private final ItemList items;
  private final Store store;
  private final Ledger ledger;
  private final Accounts accounts;
  private final MessageLog messages;
  private final Tombstones tombstones;
  private final LossList losses;
  private final Presence presence;
  private final Insurance insurance;
  private final LeaveBook leave;
  private final RegistrationBook registrations;
  private final Map<MessageType, Clerk> clerks = new EnumMap<>(MessageType.class);

  private Staff(CentreSettings settings, Rolls rolls, ItemList items, Ledger ledger) {
    this.settings = settings;
    this.keys = settings.keys().keys();
    this.rolls = rolls;
    this.items = items;
    this.store = ledger.store();
    this.ledger = ledger;
    this.accounts = new Accounts(store, ledger);
    this.messages = new MessageLog(store);
    this.tombstones = new Tombstones(store);
    this.losses = new LossList(store);
    this.presence = new Presence(store, losses);
    this.insurance = Insurance.under(settings.law());
    this.leave = new LeaveBook(store);
    this.registrations = new RegistrationBook(store);
  }

  static Staff of(CentreSettings settings, Rolls rolls, ItemList items, Ledger ledger) {
    Staff staff = new Staff(settings, rolls, items, ledger);
    staff.atTheDoor();
    staff.forNames();
    staff.forMoney();
    staff.forCare();
    return staff;
  }

  Map<MessageType, Clerk> clerks() {
    return clerks;
  }

  Accounts accounts() {
    return accounts;
  }

  EnrolmentsTold told() {
    return new EnrolmentsTold(insurance, accounts, leave);
  }

  private void atTheDoor() {
    Heads heads = new Heads(store, keys);
    BusinessDay days = new BusinessDay(settings.cutOff());
    DayBook book = new DayBook(store);
    clerks.put(
        MessageType.SIGN_IN, new SignIns(rolls, items, heads, new Lives(store, heads, days), days));
    clerks.put(MessageType.CATALOGUE, new CatalogueDesk(items));
    clerks.put(MessageType.ANCHOR_AUDIT_HEAD, new Anchors(heads));
    clerks.put(MessageType.DAY_TOTALS, new DayComparisons(book, heads));
    clerks.put(MessageType.DAY_DETAILS, new DayPages(book));
  }

  private void forNames() {
    CardProofs cardProofs = new CardProofs(store);
    CodeBindings bindings = new CodeBindings(store);
    KeyDevice device = new KeyDevice();
    clerks.put(
        MessageType.LOOK_UP,
        new LookUps(
            store,
            rolls,
            told(),
            accounts,
            settings.codes(),
            bindings,
            cardProofs,
            losses,
            presence,
            new TwoPlaces(store, settings.twoPlacesWindow()),
            new FamilyPayers(rolls, presence, accounts)));
    clerks.put(
        MessageType.RESOLVE_CODE,
        new CodeResolutions(
            rolls, bindings, settings.codes(), settings.random(), settings.bindingLife()));
    clerks.put(
        MessageType.AUTHENTICATE_CARD,
        new CardQuestions(rolls, cardProofs, device, settings.random()));
    clerks.put(
        MessageType.CONFIRM_CARD,
        new CardFindings(rolls, losses, cardProofs, device, settings.random()));
    clerks.put(MessageType.REGISTER, new Registers(rolls, registrations));
    clerks.put(MessageType.WITHDRAW_REGISTRATION, new Withdrawals(registrations));
    clerks.put(MessageType.MERGE_REGISTRATION, new Merges(registrations, presence));
    clerks.put(
        MessageType.DECLARE_THIRD_PARTY,
        new Declarations(rolls, insurance, settings.law(), presence, new DeclaredInjuries(store)));
    clerks.put(MessageType.RECORD_CONSENT, new LeaveGivings(rolls, leave, presence));
    clerks.put(MessageType.WITHDRAW_CONSENT, new LeaveRevocations(rolls, leave, presence));
  }

  Assessor assessor() {
    return new Assessor(
        rolls,
        insurance,
        items,
        settings.law(),
        new OpenPayers(rolls, new Prescriptions(store), new DeclaredInjuries(store)),
        registrations,
        presence,
        accounts,
        new AccountPayments(rolls, new BookShelf(settings.law()), accounts, Shipped.PRODUCTS),
        Shipped.INSURERS,
        leave);
  }

  private void forMoney() {
    Assessor assessor = assessor();
    SettledBills bills = new SettledBills(store);
    CostBook costs = new CostBook(store);
    Heads heads = new Heads(store, keys);
    Lives lives = new Lives(store, heads, new BusinessDay(settings.cutOff()));
    Undoings undoings = new Undoings(store, accounts, ledger);
    CancelBook cancelled = new CancelBook(store);
    clerks.put(MessageType.TRIAL, new Trials(store, assessor, bills, costs, settings.random()));
    clerks.put(
        MessageType.SETTLE,
        new Settlements(store, assessor, accounts, ledger, bills, costs, heads, lives, keys));
    clerks.put(MessageType.QUERY, new Queries(messages, tombstones, cancelled));
    clerks.put(MessageType.REVERSE, new Reversals(messages, tombstones, undoings, keys));
    clerks.put(
        MessageType.CANCEL,
        new Cancels(
            messages,
            cancelled,
            undoings,
            new Replays(store, accounts, ledger, assessor),
            accounts,
            settings.cancellation(),
            keys));
    clerks.put(MessageType.UPLOAD_COSTS, new CostUploads(store, costs));
    clerks.put(MessageType.WITHDRAW_COSTS, new CostWithdrawals(costs));
  }

  private void forCare() {
    CareLedger care = new CareLedger(store);
    CareBook visits = new CareBook(store);
    CareJudge judge = new CareJudge(Shipped.CARE, visits, presence);
    clerks.put(MessageType.START_CARE_VISIT, new CareStarts(judge, visits, presence));
    clerks.put(MessageType.END_CARE_VISIT, new CareEnds(judge, visits, Shipped.CARE));
    clerks.put(MessageType.SETTLE_CARE_VISIT, new CareSettlements(judge, visits, care, keys));
    clerks.put(MessageType.CANCEL_CARE_VISIT, new CareCancellations(visits, care, keys));
    clerks.put(MessageType.CARE_YEAR, new CareYears(Shipped.CARE, visits, presence));
  }
}
