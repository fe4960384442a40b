package io.caresettle.longtermcare;

/**
 * How much care somebody needs, as it was assessed (评估等级; SH 22¶2, SZ 47¶1).
 *
 * @param level the area's own word
 * @param assessor code of the designated assessor (定点评估机构); empty where none stands behind it
 * @param validity by the centre's word
 */
public record AssessedLevel(String level, String assessor, Days validity) {

  /** Whether a designated assessor stands behind it. */
  public boolean isByAnAssessor() {
    return !assessor.isBlank();
  }
}
