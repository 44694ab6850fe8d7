package org.zhenjie.gis.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.encoding.CharsetGuess;
import org.zhenjie.gis.encoding.Charsets;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.encoding.StrictText;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * Finds the charset of an attribute table: what the user says, else the {@code .cpg}, else the language driver byte, else
 * the bytes. What a file says of itself is checked against its bytes, because copied and converted files often lie; what
 * the user says is checked too, but never overruled.
 */
final class DbfEncoding {
    private static final int LONGEST_CPG = 100;

    private final DbfFile dbf;
    private final CharsetGuess guess = new CharsetGuess();
    private final List<Problem> findings = new ArrayList<>();
    private long deleted;

    /**
     * The outcome.
     *
     * @param encoding the charset to read with
     * @param deleted number of records marked as deleted
     * @param findings marks that contradict the bytes
     */
    record Found(Encoding encoding, long deleted, List<Problem> findings) {}

    private DbfEncoding(DbfFile dbf) {
        this.dbf = dbf;
    }

    static Found find(DbfFile dbf, Companions files, Optional<Charset> requested) throws IOException {
        return new DbfEncoding(dbf).find(files, requested);
    }

    private Found find(Companions files, Optional<Charset> requested) throws IOException {
        Optional<Encoding> declared = requested.map(charset -> new Encoding(charset, Encoding.How.REQUESTED));
        if (declared.isEmpty()) {
            declared = codePage(files).or(this::languageDriver);
        }
        Optional<Where> misfit = scan(declared.map(Encoding::charset));
        Encoding encoding = declared.isPresent() ? checked(declared.get(), misfit) : detected();
        return new Found(encoding, deleted, findings);
    }

    private Encoding checked(Encoding declared, Optional<Where> misfit) {
        boolean requested = declared.how() == Encoding.How.REQUESTED;
        if (misfit.isPresent() && requested) {
            throw new InputException(
                    Problems.error("encoding.requestedWrong", misfit.get(), declared.name(), guessName()));
        }
        boolean fits = misfit.isEmpty() && !guess.contradicts(declared.charset());
        if (requested || fits) {
            return declared;
        }
        Encoding better = detected();
        String key = declared.how() == Encoding.How.CPG ? "encoding.cpgWrong" : "encoding.driverWrong";
        findings.add(Problems.warning(key, dbf.where(), declared.name(), better.name()));
        return better;
    }

    private Encoding detected() {
        Charset charset =
                guess.best().orElseThrow(() -> new InputException(Problems.error("encoding.unknown", dbf.where())));
        return new Encoding(charset, guess.isAscii() ? Encoding.How.ASCII : Encoding.How.DETECTED);
    }

    private String guessName() {
        return guess.best().map(Charset::name).orElse("GBK");
    }

    private Optional<Encoding> codePage(Companions files) throws IOException {
        Optional<Path> cpg = files.find("cpg");
        if (cpg.isEmpty()) {
            return Optional.empty();
        }
        String name;
        try (var in = Files.newInputStream(cpg.get())) {
            name = new String(in.readNBytes(LONGEST_CPG), StandardCharsets.ISO_8859_1).strip();
        }
        Optional<Charset> charset = Charsets.named(name);
        if (charset.isEmpty()) {
            findings.add(Problems.warning(
                    "encoding.cpgUnknown", files.where(cpg.get()).value(name)));
        }
        return charset.map(known -> new Encoding(known, Encoding.How.CPG));
    }

    private Optional<Encoding> languageDriver() {
        return Charsets.ofLanguageDriver(dbf.languageDriver())
                .map(charset -> new Encoding(charset, Encoding.How.LANGUAGE_DRIVER));
    }

    /** Looks at all texts once; gives the first that is not in the declared charset. */
    private Optional<Where> scan(Optional<Charset> declared) throws IOException {
        Optional<Where> misfit = Optional.empty();
        for (DbfColumn column : dbf.columns()) {
            guess.look(column.nameBytes(), true);
            if (declared.isPresent() && misfit.isEmpty()) {
                misfit = misfit(column.nameBytes(), declared.get(), true, dbf.where());
            }
        }
        List<DbfColumn> texts = dbf.columns().stream().filter(DbfColumn::isText).toList();
        for (long row = 1; row <= dbf.count(); row++) {
            ByteBuffer record = dbf.record(row);
            if (DbfFile.isDeleted(record)) {
                deleted++;
                continue;
            }
            for (DbfColumn column : texts) {
                byte[] bytes = DbfFile.value(record, column);
                boolean full = bytes.length == column.length();
                guess.look(bytes, full);
                if (declared.isPresent() && misfit.isEmpty()) {
                    Where where = dbf.where().row(row).field(asciiName(column));
                    misfit = misfit(bytes, declared.get(), full, where);
                }
            }
        }
        return misfit;
    }

    private static Optional<Where> misfit(byte[] bytes, Charset charset, boolean cut, Where where) {
        return StrictText.decode(bytes, charset, cut).isPresent() ? Optional.empty() : Optional.of(where);
    }

    private static String asciiName(DbfColumn column) {
        return new String(column.nameBytes(), StandardCharsets.US_ASCII);
    }
}
