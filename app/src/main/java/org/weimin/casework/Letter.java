package org.weimin.casework;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 文书: one letter to the resident, frozen with the fields it prints; the template is the edition's. */
public record Letter(
        UUID id,
        String kind,
        String number,
        Map<String, String> fields,
        LocalDate writtenOn,
        Optional<LocalDate> servedOn) {}
