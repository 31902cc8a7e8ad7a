package org.weimin.policy.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weimin.engine.Condition;
import org.weimin.engine.LifeEvent;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.Text;

/**
 * 事项检索: finds matters by what people say, type or mistype. Whole phrases count first; a sentence that nobody foresaw
 * is answered by the rare characters and pairs of characters that it shares with a matter. Scores are per mille.
 */
public final class SearchIndex {
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 40;
    private static final int MOST = 12;
    private static final int SAME = 1_000;
    private static final int LEAST = 100;
    private static final int BESIDE_THE_BEST = 4;
    private static final int OF_GRAMS = 700;
    private static final int WEAK = 500;
    private final Spelling.Words words;
    private final List<Entry> entries;
    private final Map<String, Integer> spread = new HashMap<>();

    /** 命中: a matter, and the words that people use for it, where those were met. */
    public record Hit(Pack pack, String said, int score) {}

    private record Phrase(String said, Spelling spelling) {}

    /** What can be met of one matter: phrases, grams by weight, and the English words. */
    private record Entry(Pack pack, List<Phrase> phrases, Map<String, Integer> grams, Map<String, Integer> english) {}

    public SearchIndex(Packs packs) {
        this.words = new Spelling.Words(packs.words());
        Map<String, Text> events = packs.events().stream().collect(Collectors.toMap(LifeEvent::code, LifeEvent::title));
        this.entries = packs.list().stream().map(pack -> entry(pack, events)).toList();
        entries.forEach(entry -> Stream.concat(entry.grams().keySet().stream(), entry.english().keySet().stream())
                .forEach(gram -> spread.merge(gram, 1, Integer::sum)));
    }

    private Entry entry(Pack pack, Map<String, Text> events) {
        var window = pack.matter().window();
        List<Phrase> phrases = Stream.concat(Stream.of(pack.title().zh()), window.words().stream())
                .flatMap(said -> words.of(said).stream().map(spelling -> new Phrase(said, spelling)))
                .toList();
        var grams = new HashMap<String, Integer>();
        phrases.forEach(phrase -> phrase.spelling().grams().forEach(gram -> grams.put(gram, SAME)));
        List<Text> told = window.events().stream().map(events::get).toList();
        Stream.of(
                        Stream.of(window.about().zh()),
                        pack.matter().conditions().stream()
                                .map(Condition::title)
                                .map(Text::zh),
                        told.stream().map(Text::zh))
                .flatMap(texts -> texts)
                .forEach(text -> grams(words.of(text)).forEach(gram -> grams.putIfAbsent(gram, WEAK)));
        var english = new HashMap<String, Integer>();
        english(pack.title().en()).forEach(word -> english.put(word, SAME));
        Stream.concat(Stream.of(window.about().en()), told.stream().map(Text::en))
                .forEach(text -> english(text).forEach(word -> english.putIfAbsent(word, WEAK)));
        return new Entry(pack, phrases, grams, english);
    }

    private static Set<String> grams(List<Spelling> spellings) {
        return spellings.stream().flatMap(spelling -> spelling.grams().stream()).collect(Collectors.toSet());
    }

    private static Set<String> english(String text) {
        return Arrays.stream(NO_LETTER.split(text.toLowerCase(Locale.ROOT), -1))
                .filter(word -> word.length() > 2)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The matters that answer best, the best first; nothing is found for nothing. */
    public List<Hit> search(String typed, Predicate<Pack> which) {
        String asked = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        List<Spelling> spellings = words.of(asked);
        if (spellings.getFirst().isEmpty()) {
            return List.of();
        }
        List<Hit> hits = entries.stream()
                .filter(entry -> which.test(entry.pack()))
                .map(entry -> hit(entry, asked.strip(), spellings))
                .filter(hit -> hit.score() >= LEAST)
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .limit(MOST)
                .toList();
        return hits.stream()
                .filter(hit -> BESIDE_THE_BEST * hit.score() >= hits.getFirst().score())
                .toList();
    }

    private Hit hit(Entry entry, String asked, List<Spelling> spellings) {
        if (entry.pack().items().stream().anyMatch(asked::equalsIgnoreCase)) {
            return new Hit(entry.pack(), "", 2 * SAME);
        }
        String said = "";
        int best = 0;
        for (Phrase phrase : entry.phrases()) {
            for (Spelling spelling : spellings) {
                int likeness = spelling.likeness(phrase.spelling());
                if (likeness > best) {
                    best = likeness;
                    said = phrase.said();
                }
            }
        }
        boolean typed = spellings.getFirst().isLatin();
        int loose = typed ? sharedEnglish(entry, asked) : OF_GRAMS * sharedGrams(entry, grams(spellings)) / SAME;
        return new Hit(entry.pack(), said.equals(entry.pack().title().zh()) ? "" : said, best + loose);
    }

    private int sharedGrams(Entry entry, Set<String> asked) {
        long met = 0;
        long all = 0;
        for (String gram : asked) {
            long weight = rarity(gram) * gram.length();
            met += weight * entry.grams().getOrDefault(gram, 0);
            all += weight;
        }
        return Math.toIntExact(met / all);
    }

    private int sharedEnglish(Entry entry, String asked) {
        long met = 0;
        long all = 0;
        for (String word : english(asked)) {
            long weight = rarity(word);
            met += weight
                    * entry.english().entrySet().stream()
                            .filter(known -> isForm(word, known.getKey()))
                            .mapToInt(Map.Entry::getValue)
                            .max()
                            .orElse(0);
            all += weight;
        }
        return all == 0 ? 0 : Math.toIntExact(met / all);
    }

    /** disabled and disability, marry and marriage. */
    private static boolean isForm(String asked, String known) {
        int stem = Math.max(4, Math.min(asked.length(), known.length()) - 3);
        return asked.equals(known) || (asked.length() >= stem && known.startsWith(asked.substring(0, stem)));
    }

    private long rarity(String gram) {
        int others = 1 + spread.getOrDefault(gram, 0);
        return Math.round(SAME * Math.log(1.0 + (double) entries.size() / others));
    }
}
