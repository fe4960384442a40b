package io.caresettle.sim.centre;

import static java.util.Map.entry;

import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sim.entitle.BookShelf;
import java.util.Map;

/** Who serves which message at the centre, and which books each of them writes in. */
record Staff(
    CentreSettings settings,
    Rolls rolls,
    ItemList items,
    Store store,
    MessageLog messages,
    Ledger ledger,
    Accounts accounts,
    Tombstones tombstones,
    CardProofs cardProofs,
    LossList losses,
    TwoPlaces places,
    CareLedger careLedger) {

  Map<MessageType, Clerk> clerks() {
    CodeBindings bindings = new CodeBindings(store);
    KeyDevice device = new KeyDevice();
    Presence presence = new Presence(store, losses);
    RegistrationBook registrations = new RegistrationBook(store);
    Insurance insurance = Insurance.under(settings.law());
    CareRolls care = CareRolls.ofResources();
    CareBook visits = new CareBook(store);
    CareJudge judge = new CareJudge(care, visits, presence);
    LeaveBook leave = new LeaveBook(store);
    DeclaredInjuries injuries = new DeclaredInjuries(store);
    Assessor assessor =
        new Assessor(
            rolls,
            insurance,
            items,
            settings.law(),
            new OpenPayers(rolls, new Prescriptions(store), injuries),
            registrations,
            presence,
            accounts,
            new AccountPayments(
                rolls, new BookShelf(settings.law()), accounts, AccountPayments.approved()),
            Insurers.ofResources(),
            leave);
    return Map.ofEntries(
        entry(MessageType.SIGN_IN, new SignIns(store, rolls, items)),
        entry(MessageType.CATALOGUE, new CatalogueDesk(items)),
        entry(
            MessageType.LOOK_UP,
            new LookUps(
                store,
                rolls,
                new EnrolmentsTold(insurance, accounts, leave),
                accounts,
                settings.codes(),
                bindings,
                cardProofs,
                losses,
                presence,
                places,
                new FamilyPayers(rolls, presence, accounts))),
        entry(
            MessageType.RESOLVE_CODE,
            new CodeResolutions(
                rolls, bindings, settings.codes(), settings.random(), settings.bindingLife())),
        entry(
            MessageType.AUTHENTICATE_CARD,
            new CardQuestions(rolls, cardProofs, device, settings.random())),
        entry(
            MessageType.CONFIRM_CARD,
            new CardFindings(rolls, losses, cardProofs, device, settings.random())),
        entry(MessageType.REGISTER, new Registers(rolls, registrations)),
        entry(MessageType.WITHDRAW_REGISTRATION, new Withdrawals(registrations)),
        entry(MessageType.MERGE_REGISTRATION, new Merges(registrations, presence)),
        entry(
            MessageType.DECLARE_THIRD_PARTY,
            new Declarations(rolls, insurance, settings.law(), presence, injuries)),
        entry(MessageType.RECORD_CONSENT, new LeaveGivings(rolls, leave, presence)),
        entry(MessageType.WITHDRAW_CONSENT, new LeaveRevocations(rolls, leave, presence)),
        entry(MessageType.TRIAL, new Trials(store, assessor, settings.random())),
        entry(
            MessageType.SETTLE,
            new Settlements(store, assessor, accounts, ledger, settings.keys().keys())),
        entry(MessageType.QUERY, new Queries(messages, tombstones)),
        entry(MessageType.START_CARE_VISIT, new CareStarts(judge, visits, presence)),
        entry(MessageType.END_CARE_VISIT, new CareEnds(judge, visits, care)),
        entry(
            MessageType.SETTLE_CARE_VISIT,
            new CareSettlements(judge, visits, careLedger, settings.keys().keys())),
        entry(
            MessageType.CANCEL_CARE_VISIT,
            new CareCancellations(visits, careLedger, settings.keys().keys())),
        entry(MessageType.CARE_YEAR, new CareYears(care, visits, presence)),
        entry(
            MessageType.REVERSE,
            new Reversals(store, messages, tombstones, accounts, ledger, settings.keys().keys())));
  }
}
