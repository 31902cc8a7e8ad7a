package org.weimin.people;

import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;

/**
 * 登记居民: sex and birth date come from the identity number.
 *
 * @param place the village or community of residence
 * @param phone empty when there is none
 */
public record RegisterPerson(IdentityNumber identity, String name, DivisionCode place, String address, String phone) {}
