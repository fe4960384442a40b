package io.caresettle.centre.national.message;

/** Bytes that are no message: why, and where. It never quotes what was read. */
public final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the bytes. */
  public enum Why {
    TOO_LONG("报文过长", "more bytes than are read"),
    NOT_UTF8("编码不是 UTF-8", "bytes that are no UTF-8"),
    TOO_DEEP("嵌套过深", "more levels than are read"),
    TOO_MANY("数据项过多", "more values than are read"),
    TOO_LONG_VALUE("文本、字段名或数字过长", "a text, a key or a number longer than is read"),
    KEY_TWICE("字段名重复", "a key a second time"),
    EXPONENT("数字含指数", "a number with an exponent"),
    NO_OBJECT("不是一个 JSON 对象", "something else than one JSON object"),
    NO_JSON("不是 JSON", "no JSON");

    private final String zh;
    private final String en;

    Why(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  private final Why why;
  private final String place;

  Unreadable(Why why, String place, String whatToDo) {
    super(why.zh + " found " + why.en + " at " + place + "; " + whatToDo);
    this.why = why;
    this.place = place;
  }

  public Why why() {
    return why;
  }

  /** A byte, a line and column, or a path such as {@code /output/setlinfo}. */
  public String place() {
    return place;
  }
}
