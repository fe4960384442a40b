package io.caresettle.sim.national;

/** What an institution's program writes, as text. */
final class Inputs {

  private static final String TIME = "2026-11-20 09:50:00";
  private static final String WHO =
      "\"psn_no\":\"P0000001\",\"mdtrt_cert_type\":\"03\",\"mdtrt_cert_no\":\"A00000011\"";

  private Inputs() {}

  /** Two drugs of 47.00: one all in scope, one with a first share of a tenth. */
  static String drugs(String invoice) {
    return "{\"druginfo\":{"
        + WHO
        + ",\"begntime\":\""
        + TIME
        + "\",\"medfee_sumamt\":\"47.00\",\"invono\":\""
        + invoice
        + "\",\"insutype\":\"310\",\"dise_codg\":\"\",\"dise_name\":\"\","
        + "\"acct_used_flag\":\"1\",\"med_type\":\"41\"},\"drugdetail\":["
        + drug(invoice + "-1", "TEST-0001", "1", "23.000000", "23.00")
        + ","
        + drug(invoice + "-2", "TEST-0003", "1", "24.000000", "24.00")
        + "]}";
  }

  private static String drug(String number, String code, String count, String price, String sum) {
    return "{\"feedetl_sn\":\""
        + number
        + "\",\"rxno\":\"\",\"rx_circ_flag\":\"0\",\"fee_ocur_time\":\""
        + TIME
        + "\",\"med_list_codg\":\""
        + code
        + "\",\"medins_list_codg\":\"T1\",\"det_item_fee_sumamt\":\""
        + sum
        + "\",\"cnt\":\""
        + count
        + "\",\"pric\":\""
        + price
        + "\",\"sin_dos_dscr\":\"\",\"used_frqu_dscr\":\"\",\"prd_days\":\"\","
        + "\"medc_way_dscr\":\"\",\"bilg_dr_codg\":\"\",\"bilg_dr_name\":\"\","
        + "\"tcmdrug_used_way\":\"\"}";
  }

  static String undo(String settlement, String visit) {
    return "{\"data\":{\"psn_no\":\"P0000001\",\"setl_id\":\""
        + settlement
        + "\",\"mdtrt_id\":\""
        + visit
        + "\"}}";
  }

  static String reversal(String message, String number) {
    return "{\"data\":{\"psn_no\":\"P0000001\",\"omsgid\":\""
        + message
        + "\",\"oinfno\":\""
        + number
        + "\"}}";
  }

  static String registration(String number) {
    return "{\"data\":{"
        + WHO
        + ",\"insutype\":\"310\",\"begntime\":\""
        + TIME
        + "\",\"ipt_otp_no\":\""
        + number
        + "\",\"atddr_no\":\"D1\",\"dr_name\":\"医师甲\",\"dept_code\":\"K1\","
        + "\"dept_name\":\"内科\",\"caty\":\"A03\"}}";
  }

  static String description(String visit) {
    return "{\"mdtrtinfo\":{\"mdtrt_id\":\""
        + visit
        + "\",\"psn_no\":\"P0000001\",\"med_type\":\"11\",\"begntime\":\""
        + TIME
        + "\",\"main_cond_dscr\":\"发热\"},\"diseinfo\":["
        + diagnosis()
        + "]}";
  }

  private static String diagnosis() {
    return "{\"psn_no\":\"P0000001\",\"diag_type\":\"1\",\"diag_srt_no\":\"1\",\"diag_code\":\"J00.x00\","
        + "\"diag_name\":\"急性鼻咽炎\",\"diag_dept\":\"内科\",\"dise_dor_no\":\"D1\","
        + "\"dise_dor_name\":\"医师甲\",\"diag_time\":\""
        + TIME
        + "\",\"vali_flag\":\"1\",\"maindiag_flag\":\"1\"}";
  }

  /** A visit's lines of 60.00 + 30.00. */
  static String lines(String visit, String batch) {
    return "{\"feedetail\":["
        + line(visit, batch, batch + "-1", "TEST-0022", "60.000000", "60.00")
        + ","
        + line(visit, batch, batch + "-2", "TEST-0019", "30.000000", "30.00")
        + "]}";
  }

  static String line(
      String visit, String batch, String number, String code, String price, String sum) {
    return "{\"feedetl_sn\":\""
        + number
        + "\",\"mdtrt_id\":\""
        + visit
        + "\",\"psn_no\":\"P0000001\","
        + (batch.isEmpty()
            ? "\"med_type\":\"21\","
            : "\"chrg_bchno\":\"" + batch + "\",\"rx_circ_flag\":\"0\",")
        + "\"fee_ocur_time\":\""
        + TIME
        + "\",\"med_list_codg\":\""
        + code
        + "\",\"medins_list_codg\":\"T1\",\"medins_list_name\":\"检查\","
        + "\"det_item_fee_sumamt\":\""
        + sum
        + "\",\"cnt\":\"1\",\"pric\":\""
        + price
        + "\",\"bilg_dept_codg\":\"K1\",\"bilg_dept_name\":\"内科\",\"bilg_dr_codg\":\"D1\","
        + "\"bilg_dr_name\":\"医师甲\",\"hosp_appr_flag\":\"0\"}";
  }

  static String bill(String visit, String batch, String sum) {
    return "{\"data\":{"
        + WHO
        + ",\"med_type\":\"11\",\"medfee_sumamt\":\""
        + sum
        + "\",\"psn_setlway\":\"01\",\"mdtrt_id\":\""
        + visit
        + "\",\"chrg_bchno\":\""
        + batch
        + "\",\"insutype\":\"310\",\"acct_used_flag\":\"1\",\"invono\":\"I1\","
        + "\"fulamt_ownpay_amt\":\"0.00\",\"overlmt_selfpay\":\"0.00\","
        + "\"preselfpay_amt\":\"6.00\",\"inscp_scp_amt\":\"84.00\"}}";
  }

  static String takeBack(String visit, String batch) {
    return "{\"data\":{\"mdtrt_id\":\""
        + visit
        + "\",\"chrg_bchno\":\""
        + batch
        + "\",\"psn_no\":\"P0000001\"}}";
  }

  static String withdrawal(String visit, String number) {
    return "{\"data\":{\"psn_no\":\"P0000001\",\"mdtrt_id\":\""
        + visit
        + "\",\"ipt_otp_no\":\""
        + number
        + "\"}}";
  }

  static String person() {
    return "{\"data\":{\"mdtrt_cert_type\":\"03\",\"mdtrt_cert_no\":\"A00000011\","
        + "\"card_sn\":\"\",\"begntime\":\"\",\"psn_cert_type\":\"01\",\"certno\":\"\","
        + "\"psn_name\":\"\"}}";
  }

  static String visitsBetween(String type) {
    return "{\"data\":{\"psn_no\":\"P0000001\",\"begntime\":\"2026-11-20 00:00:00\","
        + "\"endtime\":\"2026-11-20 23:59:59\",\"med_type\":\""
        + type
        + "\"}}";
  }

  static String linesOf(String visit) {
    return "{\"data\":{\"psn_no\":\"P0000001\",\"mdtrt_id\":\"" + visit + "\"}}";
  }

  static String admission(String number) {
    return "{\"mdtrtinfo\":{"
        + WHO
        + ",\"insutype\":\"310\",\"begntime\":\"2026-11-16 09:00:00\",\"med_type\":\"21\","
        + "\"ipt_no\":\""
        + number
        + "\",\"atddr_no\":\"D1\",\"chfpdr_name\":\"医师甲\",\"adm_diag_dscr\":\"肺炎\","
        + "\"adm_dept_codg\":\"K1\",\"adm_dept_name\":\"内科\",\"adm_bed\":\"1\","
        + "\"dscg_maindiag_code\":\"J18.900\",\"dscg_maindiag_name\":\"肺炎\"},\"diseinfo\":["
        + diagnosis()
        + "]}";
  }

  static String discharge(String visit) {
    return "{\"dscginfo\":{\"mdtrt_id\":\""
        + visit
        + "\",\"psn_no\":\"P0000001\",\"insutype\":\"310\",\"endtime\":\"2026-11-20 09:00:00\","
        + "\"dscg_dept_codg\":\"K1\",\"dscg_dept_name\":\"内科\",\"dscg_way\":\"1\"}}";
  }

  static String stay(String visit, String sum) {
    return "{\"data\":{"
        + WHO
        + ",\"medfee_sumamt\":\""
        + sum
        + "\",\"psn_setlway\":\"01\",\"mdtrt_id\":\""
        + visit
        + "\",\"insutype\":\"310\",\"acct_used_flag\":\"1\",\"invono\":\"I2\","
        + "\"mid_setl_flag\":\"0\",\"fulamt_ownpay_amt\":\"0.00\",\"overlmt_selfpay\":\"0.00\","
        + "\"preselfpay_amt\":\"0.00\",\"inscp_scp_amt\":\"0.00\"}}";
  }

  static String totals(String kind, String total, String funds, String account, String count) {
    return "{\"data\":{\"insutype\":\"310\",\"clr_type\":\""
        + kind
        + "\",\"setl_optins\":\"320500\",\"stmt_begndate\":\"2026-11-20\","
        + "\"stmt_enddate\":\"2026-11-20\",\"medfee_sumamt\":\""
        + total
        + "\",\"fund_pay_sumamt\":\""
        + funds
        + "\",\"acct_pay\":\""
        + account
        + "\",\"fixmedins_setl_cnt\":\""
        + count
        + "\"}}";
  }
}
