"""Following something, from the first word to the first briefing: what was said, what was answered."""

from datetime import timedelta

from diplomacy.reader import Reader
from handlers.contract import ReplyPlace, Standing
from tests.handlers.houses import GROUP, KOREAN, TUESDAY, TURKISH, House

LAST_WEEK = TUESDAY - timedelta(days=7)


async def test_following_a_pair_for_the_first_time_asks_what_time_it_is_and_then_confirms_by_itself(
    house: House,
) -> None:
    await house.news("Türkiye and South Korea agreed to widen their trade", at=LAST_WEEK)
    chat = house.chat()
    heard = await chat.says("/subscribe turkey korea")
    assert "18 Nov Türkiye and South Korea agreed to widen their trade" in heard
    assert "You follow Türkiye – South Korea." in heard
    assert "“korea” read as South Korea" in heard
    assert "What time is it where you are?" in heard
    assert "Briefing" not in heard

    heard = await chat.presses("15:40")
    assert chat.reply.place is ReplyPlace.NEW_MESSAGE
    assert heard.startswith("Whose clock is yours?")

    heard = await chat.presses("Istanbul")
    assert chat.reply.place is ReplyPlace.SAME_MESSAGE
    assert "You follow Türkiye – South Korea. Briefing daily at 07:00 (Istanbul), next Wed 26 Nov." in heard
    labels = [choice.label for choice in chat.choices]
    assert labels == ["Send one now", "Change hour", "Change zone", "Unfollow"]


async def test_a_typed_city_answers_the_question_too(house: House) -> None:
    chat = house.chat(reader=TURKISH)
    await chat.says("/follow TR KR")
    heard = await chat.says("seul")
    assert "saat 21:40" in heard
    assert "Bülten her gün 07:00 (Seul)" in heard


async def test_a_country_with_one_zone_answers_the_question_and_one_with_many_is_asked_for_its_cities(
    house: House,
) -> None:
    chat = house.chat()
    await chat.says("/subscribe TR KR")
    assert "Whose clock is yours?" in await chat.says("usa")
    assert "New York" in [choice.label for choice in chat.choices]
    assert "07:00 (Istanbul)" in await chat.says("turkey")


async def test_an_hour_that_one_city_keeps_needs_no_second_question(house: House) -> None:
    chat = house.chat()
    await chat.says("/subscribe TR KR")
    assert "07:00 (Kathmandu)" in await chat.says("18:25")


async def test_an_answer_that_names_no_place_is_asked_again(house: House) -> None:
    chat = house.chat()
    await chat.says("/subscribe TR KR")
    heard = await chat.says("xyzzyx")
    assert "I know no city and no time zone called xyzzyx." in heard
    assert "What time is it where you are?" in heard


async def test_a_pair_that_is_typed_while_the_question_stands_is_a_question_of_its_own(house: House) -> None:
    chat = house.chat()
    await chat.says("/subscribe TR KR")
    assert "Türkiye – Greece" in await chat.says("turkey greece")
    assert "Briefing daily at 07:00 (Istanbul)" in await chat.says("istanbul")


async def test_no_hour_is_set_before_the_zone_is_known_and_the_hour_that_was_asked_for_is_kept(house: House) -> None:
    chat = house.chat()
    await chat.says("/subscribe TR KR")
    assert "What time is it where you are?" in await chat.says("/digest weekdays 08:30")
    stored = await house.stored(77)
    assert stored is not None
    assert stored.digest_at is None
    assert stored.next_run_at is None
    assert "Briefing on weekdays at 08:30 (Istanbul), next Wed 26 Nov." in await chat.says("istanbul")


async def test_a_second_subscription_is_confirmed_at_once(house: House) -> None:
    chat = house.chat()
    await chat.says("/subscribe TR KR")
    await chat.says("istanbul")
    heard = await chat.says("/subscribe greece defence -football")
    assert "You follow Greece · defence · −“football”. Briefing daily at 07:00 (Istanbul), next Wed 26 Nov." in heard


async def test_following_twice_is_said_and_counts_once(house: House) -> None:
    chat = house.chat()
    await chat.says("/subscribe TR KR")
    assert "You follow South Korea – Türkiye already." in await chat.says("/subscribe KR TR")
    assert "You follow 1 thing" in await chat.says("/subscriptions")


async def test_there_is_room_for_fifty(house: House) -> None:
    chat = house.chat()
    codes = sorted(house.services.gazetteer.codes - {"TR", "JP", "AN", "BU"})[:31]  # the last two are no more
    for code in codes:
        await chat.says(f"/subscribe TR {code}")
    for code in codes[:19]:
        await chat.says(f"/subscribe {code}")
    assert "You follow 50 things, which is all there is room for." in await chat.says("/subscribe JP")
    assert "already" in await chat.says(f"/subscribe TR {codes[0]}")


async def test_subscribe_alone_offers_todays_busiest_pairs_and_one_example(house: House) -> None:
    await house.news("Greece and Türkiye met in Athens", ("GR", "TR"))
    chat = house.chat()
    heard = await chat.says("/subscribe")
    assert "Busiest pairs of the day" in heard
    assert "/subscribe turkey korea energy" in heard
    await chat.presses("Greece – Türkiye")
    assert "You follow Greece – Türkiye." in chat.heard


async def test_subscribe_to_what_cannot_be_followed_gets_one_helpful_sentence(house: House) -> None:
    chat = house.chat()
    assert "I know no country and no topic called xyzzyx." in await chat.says("/subscribe xyzzyx")
    assert "That names 3 countries" in await chat.says("/subscribe TR KR JP")
    assert "Türkiye – South Korea" in [choice.label for choice in chat.choices]
    assert "Türkiye twice is one country." in await chat.says("/subscribe turkey turkiye")
    assert await house.stored(77) is None
    await chat.presses("Follow Türkiye")
    assert "You follow Türkiye." in chat.heard


async def test_a_topic_alone_can_be_followed_and_everything_of_a_country(house: House) -> None:
    chat = house.chat()
    assert "You follow defence." in await chat.says("/subscribe defence")
    assert "You follow Türkiye · everything." in await chat.says("/subscribe turkey everything")


async def test_unsubscribe_asks_which_and_ends_it(house: House) -> None:
    chat = house.chat()
    assert "You follow nothing yet." in await chat.says("/unsubscribe")
    await chat.says("/subscribe TR KR energy")
    await chat.says("/subscribe TR")
    assert "Which one shall I no longer follow?" in await chat.says("/unfollow")
    assert "You no longer follow Türkiye – South Korea · energy." in await chat.presses("Türkiye – South Korea")
    heard = await chat.says("/unsubscribe narnia")
    assert "I know no country and no topic called narnia." in heard
    assert "Which one shall I no longer follow?" in heard
    assert "You do not follow Greece." in await chat.says("/unsubscribe greece")
    assert "You no longer follow Türkiye." in await chat.says("/unsubscribe turkey")
    assert "You follow nothing yet." in await chat.says("/following")


async def test_unsubscribe_all_ends_everything(house: House) -> None:
    chat = house.chat()
    for pair in ("TR KR", "TR GR"):
        await chat.says(f"/subscribe {pair}")
    assert "2 subscriptions have ended" in await chat.says("/unsubscribe all")


async def test_in_a_group_only_administrators_follow_and_everybody_may_look(house: House) -> None:
    group = house.chat(-5, chat_kind=GROUP)
    member = {"standing": Standing.MEMBER}
    assert "only its administrators" in await group.says("/subscribe TR KR", **member)
    assert "Whom shall I follow" in await group.says("/subscribe", **member)
    assert "You follow" in await group.says("/subscribe TR KR", standing=Standing.ADMINISTRATOR)
    assert "only its administrators" in await group.says("/settings zone Istanbul", **member)
    assert "only its administrators" in await group.says("/delete", **member)
    assert "You follow 1 thing" in await group.says("/subscriptions", **member)


async def test_everything_is_said_in_the_readers_language(house: House) -> None:
    await house.news("Türkiye and South Korea agreed to widen their trade")
    chat = house.chat(reader=KOREAN)
    heard = await chat.says("/subscribe 튀르키예 한국")
    assert "구독 중입니다" in heard
    assert "계신 곳은 지금 몇 시인가요?" in heard
    await chat.presses("21:40")
    assert chat.choices[0].label == "서울"
    assert "다음은 11월 26일 (수)" in await chat.presses("서울")


async def test_the_language_of_the_person_is_kept_with_the_chat(house: House) -> None:
    chat = house.chat(reader=TURKISH)
    await chat.says("/subscribe TR KR")
    assert "takip" in await chat.says("/subscriptions", reader=Reader("en"))
