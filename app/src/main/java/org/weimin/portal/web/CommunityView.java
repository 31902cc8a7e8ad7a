package org.weimin.portal.web;

import java.util.List;

/** What the community worker's day prints. */
public record CommunityView(String place, int changes, List<Call> calls, List<Resident> residents) {
    public record Call(String id, String place, String at) {}

    /** {@code apply}: where to file for the resident, who signs the authorisation. */
    public record Resident(
            String href, String name, String age, String alone, List<String> tags, String address, String apply) {}
}
