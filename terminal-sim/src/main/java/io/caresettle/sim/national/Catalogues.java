package io.caresettle.sim.national;

import io.caresettle.centre.national.field.CodeTable;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.protocol.wire.CatalogueItem;
import io.caresettle.sim.centre.SideDoor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The catalogue page by page (1312) and the dictionaries (1901), as far as fields are known. */
record Catalogues(SideDoor door, Profile profile) {

  private static final int MOST = 1_000;

  /** 1312. */
  Node page(Asked asked) {
    Node data = asked.input().node("data").orElse(asked.input());
    int number = number(data, "page_num", "当前页数");
    int size = number(data, "page_size", "本页数据量");
    Optional<String> code = data.text("hilist_code");
    List<CatalogueItem> items =
        door.catalogue().getItemsList().stream()
            .filter(item -> code.map(c -> c.equals(item.getCode())).orElse(true))
            .toList();
    List<Value> rows = new ArrayList<>();
    items.stream()
        .skip((number - 1L) * size)
        .limit(size)
        .forEach(item -> rows.add(row(asked, item)));
    int pages = (items.size() + size - 1) / size;
    return Node.EMPTY
        .with("data", new Value.Rows(rows))
        .with("pageNum", Integer.toString(number))
        .with("pageSize", Integer.toString(size))
        .with("size", Integer.toString(rows.size()))
        .with("pages", Integer.toString(pages))
        .with("recordCounts", Integer.toString(items.size()))
        .with("firstPage", Boolean.toString(number == 1))
        .with("lastPage", Boolean.toString(number >= pages));
  }

  private static int number(Node data, String field, String zh) {
    String text = Words.must(data, field, zh);
    if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > MOST) {
      throw new SaysNo(field + "（" + zh + "）: 应为 1 至 " + MOST);
    }
    return Integer.parseInt(text);
  }

  private static Node row(Asked asked, CatalogueItem item) {
    return Node.EMPTY
        .with("hilist_code", item.getCode())
        .with("hilist_name", item.getName())
        .with("insu_admdvs", Words.division(asked.place().area()))
        .with("begndate", "2026-01-01")
        .with("enddate", "")
        .with("med_chrgitm_type", "09")
        .with("chrgitm_lv", Bills.level(item))
        .with("lmt_used_flag", "0")
        .with("list_type", "101")
        .with("med_use_flag", "1")
        .with("matn_used_flag", "0")
        .with("hilist_use_type", "1")
        .with("lmt_cpnd_type", "0")
        .with("memo", "")
        .with("vali_flag", "1")
        .with("rid", item.getCode())
        .with("updt_time", "2026-01-01")
        .with("crte_time", "2026-01-01");
  }

  /** 1901. */
  Node dictionary(Asked asked) {
    Node data = asked.input().node("data").orElse(asked.input());
    String type = Words.must(data, "type", "字典类型");
    CodeTable table =
        profile.codes().of(type.toLowerCase(Locale.ROOT))
            .orElseThrow(() -> new SaysNo("type（字典类型）: 没有该字典 " + type));
    List<Value> rows = new ArrayList<>();
    table
        .values()
        .forEach(
            (value, label) ->
                rows.add(
                    Node.EMPTY
                        .with("type", type)
                        .with("label", label)
                        .with("value", value)
                        .with("parent_value", "")
                        .with("sort", Integer.toString(rows.size() + 1))
                        .with("vali_flag", "1")
                        .with("create_user", "sim")
                        .with("create_date", LocalDate.of(2026, 1, 1).toString())
                        .with("version", "1")));
    return Node.EMPTY.with("list", new Value.Rows(rows));
  }
}
