package org.zhenjie.gis.corpus;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** What can be done to the bytes of any file. */
enum Mutation {
    /** The file ends early. */
    CUT {
        @Override
        byte[] of(byte[] sound, Random dice) {
            return Arrays.copyOf(sound, dice.nextInt(sound.length));
        }
    },
    /** A few bits are not what they were; half of the time in the header, which matters most. */
    FLIPPED_BITS {
        @Override
        byte[] of(byte[] sound, Random dice) {
            byte[] bytes = sound.clone();
            for (int i = dice.nextInt(8); i >= 0; i--) {
                bytes[place(bytes, 1, dice)] ^= (byte) (1 << dice.nextInt(8));
            }
            return bytes;
        }
    },
    /** A few bytes are any others. */
    OTHER_BYTES {
        @Override
        byte[] of(byte[] sound, Random dice) {
            byte[] bytes = sound.clone();
            for (int i = dice.nextInt(4); i >= 0; i--) {
                bytes[place(bytes, 1, dice)] = (byte) dice.nextInt(256);
            }
            return bytes;
        }
    },
    /** A number of four bytes claims 2 GB, or less than nothing, in either byte order. */
    ABSURD_NUMBER {
        @Override
        byte[] of(byte[] sound, Random dice) {
            if (sound.length < Integer.BYTES) {
                return sound;
            }
            int[] absurd = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 0x7FFF_FFF0, 0x4000_0000, 0x00FF_FFFF, 0};
            byte[] bytes = sound.clone();
            ByteOrder order = dice.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            int at = place(bytes, Integer.BYTES, dice);
            ByteBuffer.wrap(bytes)
                    .order(order)
                    .putInt(dice.nextBoolean() ? at : at & ~3, absurd[dice.nextInt(absurd.length)]);
            return bytes;
        }
    },
    /** Digits of a text make a number that no type holds; where there are none, noise. */
    ABSURD_DIGITS {
        @Override
        byte[] of(byte[] sound, Random dice) {
            String[] absurd = {
                "99999999999999999999", "1e999999999", "-1", "1e-999999999", "NaN", "1e308", "0x7F", "\u0000"
            };
            int from = dice.nextInt(sound.length);
            int at = from;
            while (at < sound.length && !Character.isDigit(sound[at])) {
                at++;
            }
            at = at == sound.length ? from : at;
            return joined(
                    Arrays.copyOf(sound, at),
                    absurd[dice.nextInt(absurd.length)].getBytes(StandardCharsets.ISO_8859_1),
                    Arrays.copyOfRange(sound, at, sound.length));
        }
    },
    /** A stretch is zero, as of a disk that lost a block. */
    ZEROED {
        @Override
        byte[] of(byte[] sound, Random dice) {
            byte[] bytes = sound.clone();
            int from = dice.nextInt(bytes.length);
            Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + dice.nextInt(512)), (byte) 0);
            return bytes;
        }
    },
    /** A stretch stands there many times. */
    REPEATED {
        @Override
        byte[] of(byte[] sound, Random dice) {
            int from = dice.nextInt(sound.length);
            int to = Math.min(sound.length, from + 1 + dice.nextInt(64));
            byte[] stretch = Arrays.copyOfRange(sound, from, to);
            byte[] many = new byte[stretch.length * (1 + dice.nextInt(2000))];
            for (int i = 0; i < many.length; i++) {
                many[i] = stretch[i % stretch.length];
            }
            return joined(Arrays.copyOf(sound, from), many, Arrays.copyOfRange(sound, from, sound.length));
        }
    },
    /** A stretch is missing. */
    REMOVED {
        @Override
        byte[] of(byte[] sound, Random dice) {
            int from = dice.nextInt(sound.length);
            int to = Math.min(sound.length, from + 1 + dice.nextInt(64));
            return joined(Arrays.copyOf(sound, from), Arrays.copyOfRange(sound, to, sound.length));
        }
    },
    /** A stretch stands where another belongs. */
    MISPLACED {
        @Override
        byte[] of(byte[] sound, Random dice) {
            byte[] bytes = sound.clone();
            int length = 1 + dice.nextInt(Math.min(256, bytes.length));
            System.arraycopy(
                    sound,
                    dice.nextInt(bytes.length - length + 1),
                    bytes,
                    dice.nextInt(bytes.length - length + 1),
                    length);
            return bytes;
        }
    };

    private static final int HEADER = 200;

    /** Other bytes than the sound ones, of which there is one at least; the same dice give the same. */
    abstract byte[] of(byte[] sound, Random dice);

    private static int place(byte[] bytes, int width, Random dice) {
        int range = bytes.length - width + 1;
        return dice.nextInt(dice.nextBoolean() ? Math.min(HEADER, range) : range);
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
