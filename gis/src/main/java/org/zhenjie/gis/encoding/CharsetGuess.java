package org.zhenjie.gis.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Concludes the charset from pieces of text as bytes. UTF-8 is told by its own structure. GBK and Big5 share most byte
 * pairs, so the one whose reading has more everyday characters wins: the 3,755 first-level characters of GB 2312 for
 * simplified, the 5,401 of Big5 for traditional text. What is neither is left to a general detector.
 *
 * <p>Not thread-safe. Memory is bounded: after {@value #SAMPLE_BYTES} bytes of non-ASCII pieces, further pieces count
 * only for whether they are ASCII and valid UTF-8.
 */
public final class CharsetGuess {
    private static final int SAMPLE_BYTES = 1 << 18;
    private static final double CLEARLY_CHINESE = 0.6;
    private static final double CLEARLY_BETTER = 0.2;
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");

    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private boolean ascii = true;
    private boolean utf8 = true;

    /**
     * Looks at one piece of text.
     *
     * @param bytes the piece; its last character may be cut off where {@code cut}
     * @param cut whether the piece fills its field, so that a character may have been cut at its end
     */
    public void look(byte[] bytes, boolean cut) {
        if (isAscii(bytes)) {
            return;
        }
        ascii = false;
        utf8 = utf8 && StrictText.decode(bytes, StandardCharsets.UTF_8, cut).isPresent();
        if (sample.size() < SAMPLE_BYTES) {
            sample.writeBytes(whole(bytes, cut));
            sample.write('\n');
        }
    }

    /** Whether all pieces were ASCII, so that every charset of interest gives the same text. */
    public boolean isAscii() {
        return ascii;
    }

    /** The charset that fits best; empty where none fits well enough to be used without asking. */
    public Optional<Charset> best() {
        if (ascii || utf8) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        byte[] bytes = sample.toByteArray();
        double simplified = everydayShare(bytes, GB18030, StandardSets.SIMPLIFIED);
        double traditional = everydayShare(bytes, BIG5, StandardSets.TRADITIONAL);
        if (Math.max(simplified, traditional) >= CLEARLY_CHINESE) {
            return Optional.of(simplified >= traditional ? smallestChinese(bytes) : BIG5);
        }
        return generalGuess(bytes);
    }

    /**
     * Whether the bytes speak so clearly against a charset that a mark in the file which names it must be wrong. What
     * cannot be decoded at all is someone else's question; a single-byte charset accepts any bytes, and GBK and Big5 accept
     * most of each other's.
     */
    public boolean contradicts(Charset declared) {
        Optional<Charset> best = best().filter(charset -> !ascii && !charset.equals(declared));
        if (best.isEmpty() || best.get().newEncoder().maxBytesPerChar() <= 1) {
            return false;
        }
        if (declared.newEncoder().maxBytesPerChar() <= 1) {
            return true;
        }
        return isChinese(declared) && everydayShare(best.get()) - everydayShare(declared) >= CLEARLY_BETTER;
    }

    private static boolean isChinese(Charset charset) {
        return charset.equals(GBK) || charset.equals(GB18030) || charset.equals(BIG5);
    }

    private double everydayShare(Charset charset) {
        CharsetEncoder everyday = charset.equals(BIG5) ? StandardSets.TRADITIONAL : StandardSets.SIMPLIFIED;
        return isChinese(charset) ? everydayShare(sample.toByteArray(), charset, everyday) : 1;
    }

    private static Charset smallestChinese(byte[] bytes) {
        return StrictText.decode(bytes, GBK, false).isPresent() ? GBK : GB18030;
    }

    private static Optional<Charset> generalGuess(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset())
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .filter(charset -> StrictText.decode(bytes, charset, false).isPresent());
    }

    /** A sample without cut characters, so that one cut field does not spoil the judgement of all. */
    private static byte[] whole(byte[] bytes, boolean cut) {
        if (!cut || bytes.length == 0 || bytes[bytes.length - 1] >= 0) {
            return bytes;
        }
        for (Charset charset : List.of(GB18030, BIG5)) {
            Optional<String> text = StrictText.decode(bytes, charset, true);
            if (text.isPresent()) {
                return text.get().getBytes(charset);
            }
        }
        return bytes;
    }

    private static double everydayShare(byte[] bytes, Charset charset, CharsetEncoder everyday) {
        Optional<String> text = StrictText.decode(bytes, charset, false);
        if (text.isEmpty()) {
            return 0;
        }
        long all = 0;
        long known = 0;
        for (char c : text.get().toCharArray()) {
            if (c >= 0x80) {
                all++;
                known += StandardSets.holds(everyday, c) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) known / all;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** The everyday characters of both scripts, told by their place in the standards that sort them by frequency. */
    private static final class StandardSets {
        static final CharsetEncoder SIMPLIFIED = encoder("GB2312");
        static final CharsetEncoder TRADITIONAL = encoder("Big5");

        private static CharsetEncoder encoder(String name) {
            return Charset.forName(name)
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        static synchronized boolean holds(CharsetEncoder everyday, char c) {
            try {
                ByteBuffer bytes = everyday.encode(CharBuffer.wrap(new char[] {c}));
                int lead = bytes.get(0) & 0xFF;
                // first level: rows 16 to 55 of GB 2312, lead bytes A4 to C6 of Big5; punctuation and full-width forms
                // stand before them in both
                return everyday == SIMPLIFIED ? lead <= 0xD7 : lead <= 0xC6;
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }
}
