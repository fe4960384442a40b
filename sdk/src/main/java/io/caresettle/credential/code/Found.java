package io.caresettle.credential.code;

/** A text and the kind of code it stood in. */
record Found(CodeFormat format, String text) {}
