package dev.lifeline.explain.field;

import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Site;
import dev.lifeline.explain.rule.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Both ends of the connection of an error, as its text names them.
///
/// @param local this end, `null` where the text has none
/// @param remote the other one, likewise
public record Ends(Site local, Site remote) {

    private static final int ABOVE_ALL = 20;

    /// The ends that a text names.
    ///
    /// @param text the text of an entry
    /// @param stage where its error was observed
    /// @param places where the causes of that error lie, the innermost first: what stands in an inner one counts before what stands elsewhere
    /// @param matches the rules found in them, in the same order
    public static Ends of(String text, ErrorStage stage, List<int[]> places, List<Match> matches) {
        List<NamedEnd> all = new ArrayList<>(EndSearch.in(text));
        for (Match match : matches) {
            captured(match, stage, all);
        }
        boolean here = stage == ErrorStage.BIND || stage == ErrorStage.ACCEPT;
        if (stage == ErrorStage.LOOKUP) {
            NameSearch.add(text, all);
        }
        Site local = best(all, places, here ? EndRole.REMOTE : EndRole.OPEN, EndRole.LOCAL);
        Site remote = best(all, places, EndRole.LOCAL, here ? EndRole.REMOTE : EndRole.OPEN);
        return new Ends(local, remote);
    }

    /// The end that the error is most surely about.
    ///
    /// @param not the role of those that are the other end
    /// @param must the role that one must have, `OPEN` for any
    private static Site best(List<NamedEnd> all, List<int[]> places, EndRole not, EndRole must) {
        NamedEnd best = null;
        int rank = -1;
        for (NamedEnd end : all) {
            boolean fits = must == EndRole.OPEN ? end.role() != not : end.role() == must || must == EndRole.LOCAL && not == EndRole.REMOTE && end.role() == EndRole.OPEN;
            int here = 10 * end.weight() + level(places, end.at()) + (end.site().port() != 0 ? 5 : 0);
            if (fits && end.weight() > 0 && here > rank) {
                best = end;
                rank = here;
            }
        }
        return best == null ? null : best.site();
    }

    /// More for an inner place than any weight makes good.
    private static int level(List<int[]> places, int at) {
        for (int i = 0; i < places.size(); i++) {
            int[] place = places.get(i);
            if (at >= place[0] && at < place[1]) {
                return 4000 - 200 * Math.min(i, 15);
            }
        }
        return 0;
    }

    private static void captured(Match match, ErrorStage stage, List<NamedEnd> all) {
        Map<String, String> captured = match.captured();
        String host = captured.get("host");
        String port = captured.get("port");
        String remote = captured.get("remote");
        String local = captured.get("local");
        if (host != null && (stage == ErrorStage.LOOKUP || remote == null)) {
            Site site = SiteText.of(host);
            int number = port == null ? 0 : Math.max(0, SiteText.port(port));
            if (site != null && HostWords.plausible(site.host())) {
                int weight = stage == ErrorStage.LOOKUP || number > 0 ? ABOVE_ALL : 4;
                all.add(new NamedEnd(new Site(site.host(), number > 0 ? number : site.port()), match.start(), EndRole.OPEN, weight));
            }
        }
        Site site = remote == null ? null : SiteText.of(remote);
        if (site != null && (host == null || stage != ErrorStage.LOOKUP)) {
            all.add(new NamedEnd(site, match.start(), EndRole.REMOTE, ABOVE_ALL - 2));
        }
        Site own = local == null ? null : SiteText.of(local);
        if (own != null) {
            all.add(new NamedEnd(own, match.start(), EndRole.LOCAL, ABOVE_ALL - 2));
        }
    }
}
