#!/usr/bin/env bash
# Settles a pharmacy's bill and an outpatient visit over the national interface. Run by a test.
#   NATIONAL_PORT    of the simulated platform
#   NATIONAL_SECRET  what requests are signed with; the simulator's own by default
#   DAY              the platform's day, such as 2026-11-20; today by default
set -euo pipefail

url="http://127.0.0.1:$NATIONAL_PORT/mbs/fmi/fsi/api/callFsiService/callService"
secret=${NATIONAL_SECRET:-caresettle-test-secret}
day=${DAY:-$(TZ=Asia/Shanghai date +%F)}
sent=$((10#$(date +%N) / 100000 % 9900)) # another start for a run in the same second: no msgid twice
answer=

call() { # INSTITUTION INFNO INPUT: the answer is in $answer
  sent=$((sent + 1))
  local id time nonce signature
  id="$1${day//-/}$(TZ=Asia/Shanghai date +%H%M%S)$(printf '%04d' "$sent")"
  time=$(date +%s)
  nonce="$$-$sent-$time"
  signature=$(printf '%s' "$time$secret$nonce$time" | sha256sum | cut -d' ' -f1)
  answer=$(
    printf '{"infno":"%s","msgid":"%s","mdtrtarea_admvs":"320500","insuplc_admdvs":"320500","recer_sys_code":"YBXT","dev_no":"","dev_safe_info":"","cainfo":"","signtype":"","infver":"V1.0","opter_type":"1","opter":"0001","opter_name":"收费员甲","inf_time":"%s 09:50:00","fixmedins_code":"%s","fixmedins_name":"测试机构","sign_no":"","input":%s}' \
      "$2" "$id" "$day" "$1" "$3" \
      | curl --silent --show-error --fail-with-body --max-time 60 --data-binary @- \
        --header 'Content-Type: application/json; charset=utf-8' \
        --header "x-tif-paasid: sample" --header "x-tif-timestamp: $time" \
        --header "x-tif-nonce: $nonce" --header "x-tif-signature: $signature" "$url"
  )
  if [ "$(field infcode)" != 0 ]; then
    echo "$2 失败 refused: $(field err_msg)" >&2
    exit 1
  fi
}
field() { # NAME: its first value in the answer
  sed -E "s/.*[,{]\"$1\":\"?([^\",}]*).*/\1/" <<<"$(grep -oE "[,{]\"$1\":\"?[^\",}]*" <<<"$answer" | head -1)"
}

who='"psn_no":"P0000001","mdtrt_cert_type":"03","mdtrt_cert_no":"A00000011"'
begin="$day 00:00:01"

# A pharmacy: who is it, what would be paid, settle, and take it back.
call TEST00000002 1101 '{"data":{"mdtrt_cert_type":"03","mdtrt_cert_no":"A00000011","card_sn":"","begntime":"","psn_cert_type":"01","certno":"","psn_name":""}}'
echo "余额 balance: $(field balc)"
drugs='{"druginfo":{'"$who"',"begntime":"'"$begin"'","medfee_sumamt":"47.00","invono":"1","insutype":"310","acct_used_flag":"1","med_type":"41"},"drugdetail":[{"feedetl_sn":"1","rx_circ_flag":"0","fee_ocur_time":"'"$begin"'","med_list_codg":"TEST-0001","medins_list_codg":"A1","det_item_fee_sumamt":"47.00","cnt":"2","pric":"23.500000"}]}'
call TEST00000002 2101 "$drugs"
echo "药店预结算 trial: account $(field acct_pay), cash $(field psn_cash_pay)"
call TEST00000002 2102 "$drugs"
settlement=$(field setl_id) visit=$(field mdtrt_id)
echo "药店结算 settled: total $(field medfee_sumamt), account $(field acct_pay), balance $(field balc)"
call TEST00000002 2103 "{\"data\":{\"psn_no\":\"P0000001\",\"setl_id\":\"$settlement\",\"mdtrt_id\":\"$visit\"}}"
echo "药店撤销 undone: balance $(field balc)"

# A hospital: register, say what for, upload the lines, settle, undo it, and withdraw the registration.
call TEST00000001 2201 '{"data":{'"$who"',"insutype":"310","begntime":"'"$begin"'","ipt_otp_no":"O-1","atddr_no":"D1","dr_name":"医师甲","dept_code":"K1","dept_name":"内科","caty":"A03"}}'
visit=$(field mdtrt_id)
call TEST00000001 2203 '{"mdtrtinfo":{"mdtrt_id":"'"$visit"'","psn_no":"P0000001","med_type":"11","begntime":"'"$begin"'"},"diseinfo":[{"diag_type":"1","diag_srt_no":"1","diag_code":"J00.x00","diag_name":"急性鼻咽炎","diag_dept":"内科","dise_dor_no":"D1","dise_dor_name":"医师甲","diag_time":"'"$begin"'","vali_flag":"1"}]}'
call TEST00000001 2204 '{"feedetail":[{"feedetl_sn":"1","mdtrt_id":"'"$visit"'","psn_no":"P0000001","chrg_bchno":"B1","rx_circ_flag":"0","fee_ocur_time":"'"$begin"'","med_list_codg":"TEST-0022","medins_list_codg":"A2","det_item_fee_sumamt":"60.00","cnt":"1","pric":"60.000000","bilg_dept_codg":"K1","bilg_dept_name":"内科","bilg_dr_codg":"D1","bilg_dr_name":"医师甲","hosp_appr_flag":"0"}]}'
bill='{"data":{'"$who"',"med_type":"11","medfee_sumamt":"60.00","psn_setlway":"01","mdtrt_id":"'"$visit"'","chrg_bchno":"B1","insutype":"310","acct_used_flag":"1","invono":"2","fulamt_ownpay_amt":"0.00","overlmt_selfpay":"0.00","preselfpay_amt":"0.00","inscp_scp_amt":"60.00"}}'
call TEST00000001 2206 "$bill"
call TEST00000001 2207 "$bill"
settlement=$(field setl_id)
echo "门诊结算 settled: total $(field medfee_sumamt), funds $(field fund_pay_sumamt), account $(field acct_pay), cash $(field psn_cash_pay)"
call TEST00000001 5203 "{\"data\":{\"psn_no\":\"P0000001\",\"setl_id\":\"$settlement\",\"mdtrt_id\":\"$visit\"}}"
echo "结算查询 standing: refund flag $(field refd_setl_flag)"
call TEST00000001 2208 "{\"data\":{\"psn_no\":\"P0000001\",\"setl_id\":\"$settlement\",\"mdtrt_id\":\"$visit\"}}"
echo "门诊撤销 undone: balance $(field balc)"
# The undo leaves the visit and its lines: take the batch back, then withdraw the registration by 2202.
call TEST00000001 2205 "{\"data\":{\"psn_no\":\"P0000001\",\"mdtrt_id\":\"$visit\",\"chrg_bchno\":\"B1\"}}"
call TEST00000001 2202 "{\"data\":{\"psn_no\":\"P0000001\",\"mdtrt_id\":\"$visit\",\"ipt_otp_no\":\"O-1\"}}"
echo "挂号撤销 withdrawn"
