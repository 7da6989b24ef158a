#pragma once

#include "app/DemoPictures.h"

#include <iterator>

// The people, rooms, lines and goods of the demo: a small shop in three languages.
namespace rialto::demo {

struct PersonText
{
    const char *name;
    const char *displayName;
    const char *role;
};

inline constexpr PersonText kPeople[] = {
    {"olena", "Олена Коваленко", "admin"},   {"andrii", "Андрій Мельник", "manager"},
    {"dmitry", "Дмитрий Соколов", "member"}, {"maya", "Maya Lindqvist", "member"},
    {"sofia", "Софія Гнатюк", "member"},     {"jonas", "Jonas Weber", "member"},
    {"irina", "Ирина Беляева", "member"},    {"taras", "Тарас Приходченко-Лісовий", "member"},
    {"amara", "Amara Okafor", "member"},     {"guest", "Visitor", "guest"},
};

inline constexpr const char *kWarehouseLines[] = {
    "Доброго ранку! Прийшла палета, але без накладної.",
    "Номер замовлення 4821. Хтось бачив її у пошті?",
    "Так, накладна в мене. Зараз додам у картку товару.",
    "По лампам: на полке B-04 насчитал шесть штук, в каталоге девять. Проверьте, пожалуйста.",
    "Shelf B-04 was moved on Tuesday. Three lamps are still in the returns cage.",
    "Зрозуміло, тоді виправляю залишок.",
    "The pallet jack is charging, please bring it back before noon.",
    "Завтра с утра приезжает машина, освободите место у ворот.",
    "Перерахувала полицю A-12: усе збігається 👍",
    "Два ящика пришли мятыми, сфотографировал и отложил.",
    "Who has the key to the returns cage?",
    "Ключ у мене, буду за п'ять хвилин.",
};

inline constexpr const char *kShowcaseLines[] = {
    "Нові фото чашок уже на сервері, гляньте світло.",
    "The plum vase looks great next to the oak board.",
    "Описание чайника поправила, объём теперь верный.",
    "Ціни на свічки оновлено з понеділка.",
    "Can we put the clocks on the front page this week?",
    "Да, место освободилось. Поставлю сегодня.",
    "Клієнти питають про рушники 70 × 140, чи будуть ще?",
    "Заказала, будут в пятницу 🎉",
    "Please check the price of the lamp, I think we agreed on 1 290.",
    "Перевірив, виправлено.",
};

inline constexpr const char *kPurchaseLines[] = {
    "Пропоную замовити ще дві партії дощок, закінчуються.",
    "Поставщик обещал скидку от пятидесяти штук.",
    "Invoice 1187 is paid.",
    "Рахунок отримала, передаю в оплату.",
    "Доставка переносится на среду.",
    "Let's wait for the second offer before we order.",
    "Згода. Нагадаю в понеділок.",
    "Образцы пришли, качество хорошее.",
};

inline constexpr const char *kCinemaLines[] = {
    "У п'ятницю о сьомій, як завжди?",
    "I can bring the projector.",
    "Давайте что-нибудь смешное, неделя была длинная.",
    "Субтитры уже на сервере.",
    "Попкорн за мною 🍿",
    "Count me in!",
    "Хто обирає фільм цього разу?",
    "Моя очередь, есть три варианта.",
};

inline constexpr const char *kHelpLines[] = {
    "Printer on the second floor is back.",
    "Сканер штрихкодів не читає старі наклейки.",
    "Обновил программу на складском компьютере, проверьте.",
    "The Wi-Fi in the courtyard is slow again.",
    "Перезавантажив точку, має бути краще.",
    "Спасибо, теперь всё летает!",
};

inline constexpr const char *kDirectLines[] = {
    "Дякую! Тоді чекаю на накладну.",         "Ок, завтра заберу со склада.",
    "Домовилися, перетелефоную після обіду.", "Got it, thanks!",
    "Надіслав правило для імпорту, глянеш?",  "Да, уже смотрю.",
    "Можемо перенести на одинадцяту?",        "Sure, see you then.",
};

struct RoomText
{
    const char *name;
    const char *topic;
    const char *visibility;
    const char *members; ///< Account names; the first one makes the room.
    const char *const *lines;
    int lineCount;
};

inline constexpr RoomText kRooms[] = {
    {"Склад і поставки", "Приймання, накладні, переміщення між полицями", "public",
     "olena andrii dmitry maya sofia jonas taras", kWarehouseLines, static_cast<int>(std::size(kWarehouseLines))},
    {"Вітрина та каталог", "Фото, описи, ціни", "public", "sofia olena andrii maya irina amara", kShowcaseLines,
     static_cast<int>(std::size(kShowcaseLines))},
    {"Закупки 2026", "Поставщики и счета", "private", "andrii olena dmitry irina", kPurchaseLines,
     static_cast<int>(std::size(kPurchaseLines))},
    {"Кіноклуб по п’ятницях", "What we watch and when", "public", "taras olena andrii dmitry maya jonas amara",
     kCinemaLines, static_cast<int>(std::size(kCinemaLines))},
    {"it-help", "Printers, scanners, Wi-Fi", "public", "jonas andrii sofia dmitry", kHelpLines,
     static_cast<int>(std::size(kHelpLines))},
    {"Announcements", "News for everybody", "public", "irina olena maya", kShowcaseLines,
     static_cast<int>(std::size(kShowcaseLines))},
    {"", "", "direct", "olena andrii", kDirectLines, static_cast<int>(std::size(kDirectLines))},
    {"", "", "direct", "olena dmitry", kDirectLines, static_cast<int>(std::size(kDirectLines))},
    {"", "", "direct", "andrii sofia", kDirectLines, static_cast<int>(std::size(kDirectLines))},
    {"", "", "direct", "olena maya", kDirectLines, static_cast<int>(std::size(kDirectLines))},
    {"Інвентаризація 2025", "Завершено, дякуємо всім", "public", "andrii olena dmitry", kWarehouseLines,
     static_cast<int>(std::size(kWarehouseLines))},
};

/// What is said today, and what others make of it.
struct TodayText
{
    int room; ///< In kRooms.
    const char *author;
    const char *text;
    int replyTo;           ///< The line of this table that it answers; -1: none.
    const char *reactions; ///< "emoji=name,name emoji=name".
    bool pinned;
    const char *file = ""; ///< See DemoFiles.h.
};

inline constexpr TodayText kToday[] = {
    {0, "maya", "Which shelf do the brass lamps go to, @olena?", -1, "", false},
    {0, "olena",
     "**A-12**, нижній ряд. Правило для наліпок:\n```toml\n[shelf]\npattern  = \"^[A-Z]-\\d{2}$\"\non_empty = "
     "\"keep-previous\"\n```",
     0, "👍=maya,jonas ❤️=sofia", true},
    {0, "taras", "> нижній ряд\n\nЗаніс. Фото зроблю ~~завтра~~ сьогодні після обіду.", 1, "🎉=olena,andrii,maya",
     false},
    {0, "dmitry", "По лампам сошлось: *восемь* на полке, три в возвратах.", -1, "👍=andrii", false},
    {0, "andrii", "@everyone о 15:00 рахуємо залишки, завершіть, будь ласка, переміщення.", -1, "👌=olena,dmitry,sofia",
     false, "shelf-rules.txt"},
    {1, "sofia", "Пароль від архіву фото: ||маяк-2026||", -1, "🙏=irina", false},
    {1, "irina", "@olena посмотрите, какое фото лучше для главной:\n- тёмное, с латунью\n- светлое, на дубе", -1,
     "👀=maya,amara", false},
    {2, "dmitry", "Рахунок `INV-1190` ще не оплачено, нагадую.", -1, "", false, "INV-1190.pdf"},
    {6, "andrii", "Буду о третій. Захопити каву?", -1, "", false},
    {6, "olena", "Так! 🙂", 8, "☕=andrii", false},
    {9, "maya", "Could you look at the lamps before noon?", -1, "", false},
    {1, "sofia", "Нова викладка, світло вже тепле.", -1, "😍=irina,maya", false, "lamps.jpg"},
    {3, "taras", "О сьомій, біля води 🎬", -1, "❤️=amara,maya", false, "friday-film.jpg"},
    {0, "jonas", "B-04 after the move, three places are free again.", -1, "👀=olena", false, "shelf-B-04.jpg"},
};

/// Who asked whom to be friends, and whether the other agreed.
struct FriendText
{
    const char *asker;
    const char *asked;
    bool agreed;
};

inline constexpr FriendText kFriends[] = {
    {"olena", "andrii", true}, {"olena", "maya", true}, {"dmitry", "olena", false}, {"sofia", "andrii", false}};

struct StatusText
{
    const char *name;
    const char *words;
};

inline constexpr StatusText kStatuses[] = {{"andrii", "На складі до 15:00"},
                                           {"maya", "Coffee, back at noon ☕"},
                                           {"taras", "В дороге, отвечу вечером"},
                                           {"jonas", "Printers again"}};

/// Who shows which picture; the others are the letters of their names.
struct AvatarText
{
    const char *name;
    Motif motif;
};

inline constexpr AvatarText kAvatars[] = {{"olena", Motif::Leaf}, {"andrii", Motif::Sea},   {"maya", Motif::Lamp},
                                          {"sofia", Motif::Cup},  {"taras", Motif::Planet}, {"jonas", Motif::Hills}};

inline constexpr size_t kVariantCount = 22;
using Variants = const char *const[kVariantCount];

inline constexpr Variants kUkrainian = {
    "чорна",       "біла",        "сіра",        "синя",   "зелена",  "бежева",       "теракотова", "оливкова",
    "сливова",     "матова",      "велика",      "мала",   "нова",    "класична",     "зимова",     "літня",
    "подарункова", "набір 2 шт.", "набір 4 шт.", "дитяча", "дорожня", "з візерунком",
};
inline constexpr Variants kRussian = {
    "чёрная",     "белая",       "серая",       "синяя",   "зелёная",  "бежевая",  "терракотовая", "оливковая",
    "сливовая",   "матовая",     "большая",     "малая",   "новая",    "классика", "зимняя",       "летняя",
    "подарочная", "набор 2 шт.", "набор 4 шт.", "детская", "дорожная", "с узором",
};
inline constexpr Variants kEnglish = {
    "black",    "white",    "grey",     "blue",     "green",  "beige",     "terracotta", "olive",
    "plum",     "matt",     "large",    "small",    "new",    "classic",   "winter",     "summer",
    "gift box", "set of 2", "set of 4", "children", "travel", "patterned",
};

struct ProductText
{
    const char *prefix;
    const char *name;
    const char *description;
    const char *unit;
    int price; ///< In hryvnias.
    const char *const *variants;
};

inline constexpr ProductText kProducts[] = {
    {"LMP", "Лампа настільна «Маяк»", "Латунь і скло, вимикач на шнурі.", "pcs", 1199, kUkrainian},
    {"MUG", "Кружка керамическая 350 мл", "Можно мыть в посудомоечной машине.", "pcs", 169, kRussian},
    {"BRD", "Oak serving board 40 × 20 cm", "Oiled oak, one piece.", "pcs", 620, kEnglish},
    {"TPT", "Чайник заварювальний скляний 800 мл", "Із сітчастим фільтром.", "pcs", 850, kUkrainian},
    {"TWL", "Полотенце льняное 70 × 140", "Плотное, мягкое после первой стирки.", "pcs", 400, kRussian},
    {"CND", "Свічка соєва «Кедр і бергамот»", "Горить близько сорока годин.", "pcs", 295, kUkrainian},
    {"VAS", "Vase Laguna, 28 cm", "Mouth-blown glass.", "pcs", 960, kEnglish},
    {"CLK", "Годинник настінний безшумний", "Одна батарейка AA.", "pcs", 1080, kUkrainian},
    {"BSK", "Корзина плетёная с крышкой", "Ивовая лоза.", "pcs", 710, kRussian},
    {"PLT", "Тарілка обідня 26 см «Прибій»", "Кам'яна кераміка.", "pcs", 230, kUkrainian},
    {"JAR", "Банка для сыпучих продуктов 1,2 л", "Стекло и бамбук.", "pcs", 190, kRussian},
    {"SPN", "Olive wood spoon, long handle", "Each one looks different.", "pcs", 130, kEnglish},
    {"ROP", "Мотузка джутова 6 мм", "Відмотуємо від бухти.", "m", 18, kUkrainian},
    {"TEA", "Чай травяной рассыпной", "Чабрец, мята, липа.", "kg", 540, kRussian},
};

} // namespace rialto::demo
