/**
 * The national catalogues and dictionaries, downloaded into files (目录下载、字典查询).
 *
 * <pre>{@code
 * NationalLine.Address large = address.with(Limits.FILES);
 * CatalogueDownload downloads =
 *     CatalogueDownload.into(folder, calls, CatalogueDownload.FaultyLines.LEFT_OUT);
 * Downloaded drugs = downloads.file(CatalogueFile.DRUGS, "0", Duration.ofMinutes(2));
 * }</pre>
 *
 * <p>Three ways lead to a file:
 *
 * <ul>
 *   <li>{@link io.caresettle.catalogue.CatalogueFile}, 1301 and its family: what is newer than a
 *       version, as a zip that 9102 brings. The file holds its lines as they came, columns between
 *       tabs; {@link io.caresettle.catalogue.Downloaded#newest} is the version to ask from next.
 *   <li>{@link io.caresettle.catalogue.CataloguePages}, 1312 and others: page by page. The file
 *       holds a line of JSON for each row.
 *   <li>1901, a dictionary: a line of JSON for each value.
 * </ul>
 *
 * <p>The rules:
 *
 * <ul>
 *   <li>A file is whole or not there: it is written beside its place, forced to the disk, and
 *       moved. Until then what was there before stays.
 *   <li>What was interrupted goes on where it was, by the next call for the same: at the file's
 *       number, at the zip that is there already, at the page after the last one. A catalogue that
 *       changes while its pages are read begins anew.
 *   <li>Memory is bounded: by the line's {@code Limits} for the zip, which travels inside a
 *       message, and by one line of a file or one page otherwise.
 *   <li>A line of another form than its catalogue's is told with file, line and column. It is left
 *       out, or nothing is taken into use, as whoever downloads chose.
 * </ul>
 *
 * <p>The columns of a file are known for six of them, from one public program. What the others
 * hold, how versions are ordered, and whether a file may be fetched twice, a province must say.
 */
@NullMarked
package io.caresettle.catalogue;

import org.jspecify.annotations.NullMarked;
