package io.caresettle.problem;

/**
 * The credential, or the person who shows it, cannot be accepted: it is the turn of the person at
 * the counter, who shows another credential or pays in cash against a slip.
 */
public final class CredentialRefused extends SettlementException {

  private static final long serialVersionUID = 1L;

  /** Why; the cashier sees {@link #zh} with {@link #en} beside it. */
  public enum Reason {
    CARD_BLOCKED("卡片已锁定，请持卡人到发卡机构办理", "The card is blocked: its issuer must unblock it"),
    CARD_EXPIRED(
        "卡片不在有效期内，请出示其他凭证，或到发卡机构换卡",
        "The card is outside its dates of validity: show another credential, or have it renewed"),
    CARD_NOT_GENUINE(
        "卡片未通过内部认证，不是合法卡，请停止办理并报告主管",
        "The card failed internal authentication, so it is not genuine: stop, and tell the"
            + " supervisor"),
    CARD_UNSUPPORTED(
        "不支持的卡片类型，请出示社保卡或医保码",
        "This kind of card is not supported: show a social-security card or a medical-insurance"
            + " code"),
    CARD_ALGORITHM_UNAVAILABLE(
        "卡片使用的算法本终端不支持（SSF33、SM1等），请联网认证，或出示医保码",
        "This terminal does not have the card's algorithm (SSF33, SM1): let the centre prove it, or"
            + " show a medical-insurance code"),
    CARD_DATA_INVALID(
        "卡内数据不完整或不一致，请出示其他凭证，并到发卡机构办理",
        "The card's data are incomplete or contradict each other: show another credential, and see"
            + " the issuer"),
    NO_CODE_IN_PICTURE(
        "图片中没有二维码或条码，请对准后重新扫码", "There is no code in the picture: aim at it and scan again"),
    UNREADABLE(
        "二维码/条码无法识别，请擦净屏幕、调亮并对准后重试",
        "There is a code in the picture, but it cannot be read: clean and brighten the screen, hold"
            + " it straight and try again"),
    NOT_AN_INSURANCE_CODE(
        "不是医保码，请打开医保码后重新扫码", "This is not a medical-insurance code: open that one and scan again"),
    CODE_FORGED(
        "二维码签名不正确，请刷新后重新扫码，仍不正确的请报告主管",
        "The code's signature is wrong, as of a forged or damaged one: refresh it and scan again,"
            + " or tell the supervisor"),
    CODE_EXPIRED("二维码已过期，请刷新后重新扫码", "The code has expired: refresh it and scan again"),
    CODE_NOT_YET_VALID("二维码尚未生效，请检查终端时间", "The code is not valid yet: check this terminal's clock"),
    CODE_BOUND_TO_ANOTHER_VISIT(
        "二维码已用于另一次就诊，请刷新后重新扫码",
        "The code was already used for another visit: refresh it and scan again"),
    REPORTED_LOST(
        "凭证已挂失，请停止办理并核实持有人，本人可出示其他凭证",
        "The credential has been reported lost: stop and look who holds it; its owner may show"
            + " another one"),
    SHOWN_ELSEWHERE(
        "凭证正在另一机构就诊，请核实持有人，那里结算后再办理",
        "The credential is at another institution's visit at this moment: look who holds it, and"
            + " wait until that visit is settled"),
    UNKNOWN_TO_CENTRE(
        "医保中心查无此人，请核对参保地和凭证，或全额现金并凭单报销",
        "The centre does not know this credential: check area and credential, or take full cash"
            + " against a slip"),
    NOT_THE_REGISTERED_PATIENT(
        "凭证持有人与登记患者不一致，请出示患者本人的凭证，或更正登记",
        "The credential does not belong to the registered patient: show the patient's own, or put"
            + " the registration right"),
    NOT_A_FAMILY_PAYER(
        "凭证持有人与患者没有有效的家庭共济绑定，请先绑定，或由患者本人支付",
        "No family binding lets the holder of this credential pay for the patient: bind them first,"
            + " or let the patient pay"),
    DELEGATE_DOCUMENTS_MISSING(
        "代办须出示双方证件", "Documents are missing: let the delegate show those of both persons"),
    CARD_NOT_PROVED(
        "卡片未经认证，不得结算，请用加密机或联网认证后重读",
        "Nobody proved this card: read it again with a security module or the centre"),
    TEST_CODE_OUTSIDE_TESTS(
        "正式环境不接受测试码，请出示社保卡或医保码",
        "A test code proves nobody outside tests: show a card or a medical-insurance code"),
    DOCUMENT_NOT_PLAUSIBLE(
        "登记的证件号码不可能存在，请核对证件后重新登记",
        "Nobody can have the registered number: read the document again and register anew"),
    NAME_NOT_COMPARABLE(
        "姓名含占位字符或自造字，无法比对，请按证件更正登记，或请经办机构更正",
        "A placeholder stands in a name: put the registration right from the document, or have the"
            + " agency correct the rolls"),
    FACE_NOT_THE_HOLDER(
        "人脸与凭证持有人不一致，请停止办理并报告主管",
        "The face is not the credential owner's: stop, and tell the supervisor"),
    DELEGATE_MAY_ONLY_BUY(
        "代办人只能代购药品，就医须本人到场", "A delegate may only buy medicine: for treatment the patient comes"),
    NOT_A_MINOR(
        "登记患者已满18周岁，不适用未成年人监护，请患者本人出示凭证",
        "The patient is 18 or older, so nobody is a minor's guardian here: let the patient show a"
            + " credential"),
    NOT_THE_SAME_AS_AT_START(
        "护理结束核验与开始时不是同一人，请对护理对象本人重新核验",
        "Not the person checked at the start of care: check the person cared for again"),
    SHOWN_AT_ANOTHER_COUNTER(
        "同一凭证刚在本机构另一窗口用于另一次就诊，请主管核实",
        "The same credential was just shown at another counter for another visit: ask a"
            + " supervisor"),
    REPEATED_FAILURES(
        "多次核验失败，已停止，请主管到场核实后解除", "Too many failed checks: a supervisor must look and release");

    private final String zh;
    private final String en;

    Reason(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }

  private final Reason reason;

  public CredentialRefused(Reason reason) {
    super(reason.zh() + " / " + reason.en());
    this.reason = reason;
  }

  /**
   * @param detail what was found and expected, without any personal data
   */
  public CredentialRefused(Reason reason, String detail) {
    super(reason.zh() + " / " + reason.en() + " (" + detail + ")");
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
